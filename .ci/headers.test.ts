import { describe, expect, test } from 'vitest'
import { headersFor, readHeaders } from './headers.mjs'

describe('headersFor(blocks, path)', () => {
  const blocks = readHeaders('public/_headers')

  test('gives every path the policy, and what never changes under its name a long life', () => {
    const of = (path: string) => headersFor(blocks, path)
    expect(of('/')).toHaveProperty('Content-Security-Policy')
    expect(of('/')).not.toHaveProperty('Cache-Control')
    expect(of('/assets/index-1.js')).toMatchObject({
      ...of('/'),
      'Cache-Control': 'public, max-age=31536000, immutable',
    })
    expect(of('/icon.svg')).toHaveProperty('Cache-Control', 'public, max-age=86400')
  })
})

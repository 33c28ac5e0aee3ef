import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeView, encodeView } from './url'
import { firstView, screens } from './view-slice'

describe('the URL hash', () => {
  test('an empty hash is the first view', () => {
    expect(decodeView('')).toEqual(firstView)
  })

  test('an unknown screen falls back to the first', () => {
    expect(decodeView('#/nowhere?branch=sideways').screen).toBe('data')
  })

  test('decodeView(encodeView(view)) is the view, whatever the names hold', () => {
    const name = fc.string({ unit: 'grapheme' })
    const view = fc.record({
      screen: fc.constantFrom(...screens),
      runId: fc.option(name),
      comparedRunId: fc.option(name),
      category: fc.option(name),
      branch: fc.constantFrom('internal' as const, 'external' as const, 'merged' as const),
      asset: fc.option(name),
      setting: fc.option(name),
      clusters: fc.array(name, { maxLength: 4 }),
      stores: fc.array(name, { maxLength: 4 }),
    })
    fc.assert(
      fc.property(view, (given) => {
        expect(decodeView(encodeView(given))).toEqual(given)
      }),
    )
  })
})

import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isStale } from './is-stale.mjs'

let root = ''

/** A file as it was written so many seconds after the start of time. */
function write(path: string, seconds: number) {
  writeFileSync(join(root, path), '')
  utimesSync(join(root, path), seconds, seconds)
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'stale-'))
  mkdirSync(join(root, 'src'))
  for (const path of ['package-lock.json', 'index.html', 'src/main.ts']) write(path, 100)
  utimesSync(join(root, 'src'), 100, 100)
})

afterEach(() => {
  rmSync(root, { recursive: true })
})

describe('isStale(root, built, others)', () => {
  const built = () => join(root, 'built.js')

  test('what was never built is', () => {
    expect(isStale(root, built(), [])).toBe(true)
  })

  test('what is newer than all it is made of is not', () => {
    write('built.js', 200)
    expect(isStale(root, built(), ['index.html'])).toBe(false)
  })

  test.each(['src/main.ts', 'package-lock.json', 'index.html'])(
    'a newer %s makes it so',
    (path) => {
      write('built.js', 200)
      write(path, 300)
      expect(isStale(root, built(), ['index.html'])).toBe(true)
    },
  )

  test('a newer test does not', () => {
    write('built.js', 200)
    write('src/main.test.ts', 300)
    utimesSync(join(root, 'src'), 100, 100)
    expect(isStale(root, built(), [])).toBe(false)
  })
})

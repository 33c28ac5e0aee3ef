import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changesOf, type FileSight, standingOf, type WatchedFile } from './watch-changes'

const quiet = 5000
const one = { size: 10, modifiedAt: 1 }
const two = { size: 12, modifiedAt: 2 }

const look = (at: number, sights: Record<string, FileSight>) => ({
  at,
  sights: new Map(Object.entries(sights)),
})

function standings(files: readonly WatchedFile[], at: number) {
  return files.map((file) => `${file.name} ${standingOf(file, at, quiet)}`)
}

describe('changesOf(before, now)', () => {
  test('watches a file from the first look that finds it, and not one that was never there', () => {
    const files = changesOf([], look(0, { 'a.csv': one, 'b.csv': 'gone' }))
    expect(files).toEqual([{ name: 'a.csv', read: null, sight: one, since: 0 }])
  })

  test('gives back the very same list while nothing moves, so that nothing is drawn anew', () => {
    const files = changesOf([], look(0, { 'a.csv': one }))
    expect(changesOf(files, look(5000, { 'a.csv': { ...one } }))).toBe(files)
  })

  test('tells a file that went, and one that came back', () => {
    const files = changesOf([], look(0, { 'a.csv': one }))
    const gone = changesOf(files, look(5000, { 'a.csv': 'gone' }))
    expect(standings(gone, 5000)).toEqual(['a.csv gone'])
    const back = changesOf(gone, look(10_000, { 'a.csv': two }))
    expect(standings(back, 10_000)).toEqual(['a.csv changing'])
  })

  test('forgets a file that is not asked about any more', () => {
    const files = changesOf([], look(0, { 'a.csv': one, 'b.csv': one }))
    expect(changesOf(files, look(5000, { 'b.csv': one })).map(({ name }) => name)).toEqual([
      'b.csv',
    ])
  })

  test('counts anew when the clock was set back', () => {
    const files = changesOf([], look(90_000, { 'a.csv': one }))
    expect(changesOf(files, look(1000, { 'a.csv': one }))[0].since).toBe(1000)
  })
})

describe('standingOf(file, at, quiet)', () => {
  const file = { name: 'a.csv', read: one, sight: two, since: 1000 }

  test('is the same while size and time are as they were read', () => {
    expect(standingOf({ ...file, sight: { ...one } }, 99_000, quiet)).toBe('same')
  })

  test('waits until a file that is being written has stood still', () => {
    expect(standingOf(file, 5999, quiet)).toBe('changing')
    expect(standingOf(file, 6000, quiet)).toBe('changed')
  })

  test('never counts a file as changed that grew at every look', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 30 })
    fc.assert(
      fc.property(sizes, (steps) => {
        let files = changesOf([], look(0, { 'a.csv': one }))
        let size = one.size
        for (const [i, step] of steps.entries()) {
          size += step
          const at = (i + 1) * quiet
          files = changesOf(files, look(at, { 'a.csv': { size, modifiedAt: 1 } }))
          expect(standings(files, at)).toEqual(['a.csv changing'])
        }
      }),
    )
  })
})

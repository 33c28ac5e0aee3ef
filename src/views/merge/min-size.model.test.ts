import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { axisEnd, reachAt, reachSentence, stepsOf } from './min-size.model'

const sizes = [362, 197, 15, 42, 66, 7]

describe('reachAt(sizes, minSize)', () => {
  test('stores of every cluster under the size move, the others stay', () => {
    expect(reachAt(sizes, 42)).toEqual({ minSize: 42, left: 4, moved: 22, isTooLarge: false })
    expect(reachAt(sizes, 43)).toEqual({ minSize: 43, left: 3, moved: 64, isTooLarge: false })
  })

  test('nothing moves where no cluster is large', () => {
    expect(reachAt(sizes, 400)).toEqual({ minSize: 400, left: 6, moved: 0, isTooLarge: true })
  })
})

describe('stepsOf(sizes)', () => {
  test('between two steps nothing changes', () => {
    const sizesOf = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(sizesOf, fc.integer({ min: 0, max: 70 }), (some, minSize) => {
        const step = stepsOf(some).findLast((one) => one.minSize <= minSize)
        expect({ ...step, minSize }).toEqual(reachAt(some, minSize))
      }),
    )
  })
})

describe('axisEnd(sizes, made, wanted)', () => {
  test('leaves room on both sides of the size in force', () => {
    expect(axisEnd(sizes, 40, 40)).toBe(80)
  })

  test('a size beyond every cluster does not stretch the axis', () => {
    expect(axisEnd(sizes, 40, 100_000)).toBe(400)
  })

  test('holds still while the handle is dragged', () => {
    expect(axisEnd(sizes, 40, 75)).toBe(80)
    expect(axisEnd(sizes, 40, 90)).toBe(200)
  })
})

describe('reachSentence(sizes, made, wanted)', () => {
  test('says what other sizes would do', () => {
    expect(reachSentence(sizes, 40, 40)).toBe(
      'Drag, or type. 20 would move 22 stores; 60 would move 64 stores.',
    )
  })

  test('says what a run would change', () => {
    expect(reachSentence(sizes, 40, 50)).toBe(
      '3 clusters would stay and 64 stores move, 42 more than at 40. Run applies it.',
    )
    expect(reachSentence(sizes, 40, 10)).toContain('7 stores move, 15 fewer than at 40.')
    expect(reachSentence(sizes, 40, 41)).toContain('as many as at 40.')
  })

  test('says which size would work where none is large', () => {
    expect(reachSentence(sizes, 40, 400)).toBe(
      'No crossed cluster has 400 stores, so none would move. The largest has 362.',
    )
  })
})

import { describe, expect, test } from 'vitest'
import { niceTop, stepPath, ticksWith } from './size-curve-axis'

describe('niceTop(value)', () => {
  test('is round, even and not below the value', () => {
    expect([0, 1, 3, 9, 11, 29, 43, 80, 608, 2418].map(niceTop)).toEqual([
      2, 2, 4, 10, 20, 30, 50, 80, 800, 3000,
    ])
  })
})

describe('stepPath(steps, xEnd, yTop)', () => {
  test('holds a value until the next step and runs to the end', () => {
    const steps = [
      { x: 0, y: 3 },
      { x: 5, y: 1 },
    ]
    expect(stepPath(steps, 8, 4)).toBe('M0 1H5V3H8')
  })

  test('draws nothing without steps', () => {
    expect(stepPath([], 8, 4)).toBe('')
  })
})

describe('ticksWith(value, end)', () => {
  test('prints the value in place of a tick that is too near', () => {
    expect(ticksWith(42, 80).map(({ at }) => at)).toEqual([0, 20, 60, 80, 42])
  })

  test('a value past the end stands at the end', () => {
    expect(ticksWith(500, 80).at(-1)).toEqual({ at: 80, isValue: true })
  })
})

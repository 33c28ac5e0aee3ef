import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextRun, readTimer } from './timer'

const minute = 60_000
const at = (day: number, hour: number, minutes: number) =>
  new Date(2026, 10, day, hour, minutes).getTime()

describe('nextRun(timer, now)', () => {
  test('every 15 minutes counts from when it was set', () => {
    const timer = { kind: 'every', minutes: 15, from: 1000 } as const
    expect(nextRun(timer, 1000)).toBe(1000 + 15 * minute)
    expect(nextRun(timer, 1000 + 15 * minute)).toBe(1000 + 30 * minute)
    expect(nextRun(timer, 1000 + 44 * minute)).toBe(1000 + 45 * minute)
  })

  test('each day at 14:00 is today before it and tomorrow from then on', () => {
    const timer = { kind: 'daily', hour: 14, minute: 0 } as const
    expect(nextRun(timer, at(26, 13, 59))).toBe(at(26, 14, 0))
    expect(nextRun(timer, at(26, 14, 0))).toBe(at(27, 14, 0))
    expect(nextRun(timer, at(30, 20, 0))).toBe(new Date(2026, 11, 1, 14, 0).getTime())
  })

  test('is always later than now, and at most one step away', () => {
    const everies = fc.record({
      kind: fc.constant('every' as const),
      minutes: fc.integer({ min: 1, max: 1440 }),
      from: fc.integer({ min: 0, max: 4e12 }),
    })
    fc.assert(
      fc.property(everies, fc.integer({ min: 0, max: 4e12 }), (timer, ms) => {
        const now = timer.from + ms
        const wait = nextRun(timer, now) - now
        expect(wait).toBeGreaterThan(0)
        expect(wait).toBeLessThanOrEqual(timer.minutes * minute)
      }),
    )
  })
})

describe('readTimer(timer, nextAt, now)', () => {
  const timer = { kind: 'every', minutes: 10, from: 0 } as const

  test('says nothing before its time', () => {
    expect(readTimer(timer, 10 * minute, 9 * minute)).toEqual({ dueAt: null, nextAt: 10 * minute })
  })

  test('is due at its time, and names the next', () => {
    expect(readTimer(timer, 10 * minute, 10 * minute)).toEqual({
      dueAt: 10 * minute,
      nextAt: 20 * minute,
    })
  })

  test('is due once for all the times that a sleeping tab missed', () => {
    const { dueAt, nextAt } = readTimer(timer, 10 * minute, 57 * minute)
    expect([dueAt, nextAt]).toEqual([10 * minute, 60 * minute])
    expect(readTimer(timer, nextAt, 58 * minute).dueAt).toBeNull()
  })

  test('does not wait for a time that a wrong clock had set far ahead', () => {
    expect(readTimer(timer, 9000 * minute, 21 * minute).nextAt).toBe(30 * minute)
  })
})

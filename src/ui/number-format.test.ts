import { describe, expect, test } from 'vitest'
import {
  formatAmount,
  formatBytes,
  formatCount,
  formatDuration,
  formatMoney,
  formatNumber,
  formatPercent,
  formatWhen,
} from './number-format'

describe('figures', () => {
  test('a negative number has a true minus', () => {
    expect(formatNumber(-0.02)).toBe('\u22120.02')
    expect(formatCount(-5)).toBe('\u22125')
  })

  test('a number that rounds to zero has no sign', () => {
    expect(formatNumber(-0.001)).toBe('0.00')
  })

  test('what is not a number is empty, never NaN', () => {
    expect([
      formatNumber(NaN),
      formatCount(Infinity),
      formatPercent(NaN),
      formatMoney(NaN),
    ]).toEqual(['', '', '', ''])
  })

  test('percent has a thin gap', () => {
    expect(formatPercent(0.987, 1)).toBe('98.7\u202f%')
  })

  test('money is short in sentences', () => {
    expect([840, 92_300, 241_200_000].map(formatMoney)).toEqual([
      '840',
      '92\u202fk',
      '241.2\u202fM',
    ])
  })

  test('bytes are counted in thousands', () => {
    expect([12, 2_900, 88_000, 2_900_000, 412_000_000].map(formatBytes)).toEqual([
      '12 B',
      '2.9 KB',
      '88 KB',
      '2.9 MB',
      '412 MB',
    ])
  })

  test('a duration under a minute is in seconds, never 60.0 s', () => {
    expect([41_800, 59_960, 125_000].map(formatDuration)).toEqual([
      '41.8 s',
      '1 min 0 s',
      '2 min 5 s',
    ])
  })

  test('one is singular', () => {
    expect([formatAmount(1, 'store'), formatAmount(2418, 'store')]).toEqual([
      '1 store',
      '2,418 stores',
    ])
  })

  test('a day is named while it is near', () => {
    const now = new Date(2025, 10, 23, 14, 30).getTime()
    expect(formatWhen(new Date(2025, 10, 23, 14, 6).toISOString(), now)).toMatch(/^today /)
    expect(formatWhen(new Date(2025, 10, 22, 23, 59).toISOString(), now)).toMatch(/^yesterday /)
    expect(formatWhen(new Date(2025, 10, 19).toISOString(), now)).toMatch(/19/)
  })
})

import { describe, expect, it } from 'vitest'
import { createDraw } from '../../testing/made-up-chain'
import { imputedOf } from '../../testing/imputed-of'
import { given } from '../../testing/run-stages'
import { AssetError } from '../../failure'
import { compute as normalize } from '../normalized-data/compute'
import { checks } from './checks'
import { compute } from './compute'
import { silent } from '../../testing/silent'

const draw = createDraw(7)
const crowd = Array.from({ length: 99 }, () => [draw.normal(), draw.normal(), draw.normal()])
const withStranger = [...crowd, [40, -40, 40]]

function flag(
  rows: readonly (readonly number[])[] = withStranger,
  outliers: Parameters<typeof given<'outliers'>>[1] = {},
  noData: readonly number[] = [],
) {
  const imputed = imputedOf(rows, { noData })
  const normalized = normalize(
    { imputed },
    given('normalized', { normalized: { transform: 'none' } }),
  )
  return { normalized, value: compute({ normalized }, given('outliers', outliers), silent) }
}

const count = (flags: Uint8Array) => flags.reduce((sum, value) => sum + value, 0)

describe('isolation forest', () => {
  it('flags one store in twenty, the stranger among them', () => {
    const { value } = flag()
    expect(count(value.isOutlier)).toBe(5)
    expect(value.isOutlier[99]).toBe(1)
    expect(value.score.every((score) => score >= value.score[99])).toBe(true)
  })

  it('keeps every store, and lets all but the outliers be fitted', () => {
    const { value, normalized } = flag()
    expect(value.storeIds).toEqual(normalized.storeIds)
    expect(value.X).toEqual(normalized.X)
    expect(value.isFitted).toEqual(value.isOutlier.map((outlier) => 1 - outlier))
  })

  it('flags strictly under the threshold: none among equal stores', () => {
    const { value } = flag(Array.from({ length: 30 }, () => [1, 2]))
    expect(count(value.isOutlier)).toBe(0)
  })

  it('takes the share that is asked for, and refuses more than half', () => {
    const share = (outlier_threshold: number) =>
      flag(withStranger, { outliers: { outlier_threshold } })
    expect(count(share(0.1).value.isOutlier)).toBe(10)
    expect(count(share(0).value.isOutlier)).toBe(0)
    expect(() => share(1.5)).toThrow(AssetError)
  })

  it('the same seed gives the same scores, another seed others', () => {
    expect(flag().value.score).toEqual(flag().value.score)
    expect(flag(withStranger, { outliers: { session_id: 1 } }).value.score).not.toEqual(
      flag().value.score,
    )
  })
})

describe.each(['lof', 'ee'] as const)('%s', (outliers_method) => {
  it('flags the share that is asked for, the stranger among them', () => {
    const { value } = flag(withStranger, { outliers: { outliers_method } })
    expect(count(value.isOutlier)).toBe(5)
    expect(value.isOutlier[99]).toBe(1)
    expect(value.score.every((score) => score >= value.score[99])).toBe(true)
  })

  it('flags none among equal stores, and refuses more than half', () => {
    const equal = Array.from({ length: 30 }, () => [1, 2])
    expect(count(flag(equal, { outliers: { outliers_method } }).value.isOutlier)).toBe(0)
    const half = { outliers: { outliers_method, outlier_threshold: 0.6 } }
    expect(() => flag(withStranger, half)).toThrow(/more than half/)
  })
})

describe('the elliptic envelope', () => {
  const ee = { outliers: { outliers_method: 'ee' } } as const

  it('measures a collinear table in the directions that vary, and says so', () => {
    const collinear = withStranger.map(([a, b]) => [a, b, a + b])
    const lines: string[] = []
    const imputed = imputedOf(collinear)
    const untransformed = { normalized: { transform: 'none' } } as const
    const normalized = normalize({ imputed }, given('normalized', untransformed))
    const value = compute({ normalized }, given('outliers', ee), {
      log: (level, message) => void lines.push(`${level}: ${message}`),
    })
    expect(value.isOutlier[99]).toBe(1)
    expect(lines[0]).toMatch(/^warn: singular_covariance: .* in 2 of 3 directions/)
  })

  it('names what is wrong where more than half of the stores are the same', () => {
    const equal = Array.from({ length: 30 }, (_, i) => (i < 25 ? [1, 2] : [i, -i]))
    expect(() => flag(equal, ee)).toThrow(/Half of the stores have the same features/)
  })
})

describe('one column at a time', () => {
  const column = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 100].map((value) => [value])

  it('iqr gives a finite score where the middle half of a column is one value', () => {
    const rows = Array.from({ length: 20 }, (_, i) => [i === 3 ? 9 : 5, i])
    const { value } = flag(rows, { outliers: { outliers_method: 'iqr' } })
    expect(value.score.every(Number.isFinite)).toBe(true)
    expect([...value.isOutlier].indexOf(1)).toBe(3)
  })

  it('iqr flags what lies more than 1.5 interquartile ranges outside the quartiles', () => {
    const { value } = flag(column, { outliers: { outliers_method: 'iqr' } })
    expect([...value.isOutlier]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1])
    expect(value.threshold).toBe(-1.5)
  })

  it('zscore flags what lies more than 3 standard deviations out', () => {
    const { value } = flag(column, { outliers: { outliers_method: 'zscore' } })
    expect(value.isOutlier[11]).toBe(1)
    expect(count(value.isOutlier)).toBe(1)
    expect(value.score[11]).toBeLessThan(-3)
  })

  it('does not divide by the range of a column that is nearly constant', () => {
    const rows = Array.from({ length: 12 }, (_, i) => [i === 0 ? 1 : 0])
    const { value } = flag(rows, { outliers: { outliers_method: 'iqr' } })
    expect([...value.isOutlier]).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
  })

  it('says so when no store would be left', () => {
    const ends = Array.from({ length: 12 }, (_, i) => [i < 6 ? -1 : 1])
    const none = { outliers: { outliers_method: 'zscore', outlier_threshold: 0.5 } } as const
    expect(() => flag(ends, none)).toThrow(/flags every store/)
  })
})

describe('edges', () => {
  it('looks for none when switched off or with fewer than ten stores', () => {
    for (const { value } of [
      flag(withStranger, { outliers: { outlier_detection: false } }),
      flag(withStranger.slice(91)),
    ]) {
      expect(value.method).toBe('none')
      expect(value.threshold).toBeNull()
      expect(count(value.isOutlier)).toBe(0)
      expect(value.score.every(Number.isNaN)).toBe(true)
    }
  })

  it('neither scores nor fits a store without data', () => {
    const { value } = flag(withStranger, {}, [3])
    expect(value.score[3]).toBeNaN()
    expect([value.isOutlier[3], value.isFitted[3]]).toEqual([0, 0])
  })

  it('the checks see a lost store and too many outliers', () => {
    const { value, normalized } = flag()
    expect(checks.stores_conserved(value, { normalized }).passed).toBe(true)
    expect(checks.few_outliers(value, { normalized }).passed).toBe(true)
    const lost = { ...value, storeIds: value.storeIds.slice(1) }
    expect(checks.stores_conserved(lost, { normalized }).passed).toBe(false)
    const many = { ...value, isOutlier: value.isOutlier.map((_, row) => (row < 21 ? 1 : 0)) }
    expect(checks.few_outliers(many, { normalized }).passed).toBe(false)
  })
})

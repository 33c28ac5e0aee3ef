import { describe, expect, it } from 'vitest'
import { columnOf } from '../../../math/matrix'
import { mean } from '../../../math/mean'
import { skewness } from '../../../math/skewness'
import { standardDeviation } from '../../../math/standard-deviation'
import { AssetError } from '../../failure'
import { imputedOf } from '../../testing/imputed-of'
import { given } from '../../testing/run-stages'
import { checks } from './checks'
import { compute } from './compute'

const skewedColumn = [1, 1, 2, 2, 3, 3, 4, 200]
const evenColumn = [1, 2, 3, 4, 5, 6, 7, 8]
const rows = skewedColumn.map((value, i) => [value, evenColumn[i]])

function normalize(imputed = imputedOf(rows), overrides: Parameters<typeof given>[1] = {}) {
  return compute({ imputed }, given('normalized', overrides))
}

describe('F-23 values at the edge of the numbers', () => {
  const huge = imputedOf(evenColumn.map((value) => [value * 1e307, value]))

  it('are scaled to finite ones', () => {
    expect(normalize(huge).X.every(Number.isFinite)).toBe(true)
  })

  it('are refused by name where nothing scales them', () => {
    expect(() => normalize(huge, { normalized: { normalize: false, transform: 'none' } })).toThrow(
      /f00 reaches/,
    )
  })

  const wide = imputedOf(evenColumn.map((value, i) => [i < 4 ? -1e308 : 1e308, value]))

  it.each([
    ['none', 'zscore'],
    ['asinh', 'zscore'],
    ['none', 'maxabs'],
    ['none', 'quantile'],
    ['none', 'power'],
  ] as const)('on both sides stay two groups under %s and %s', (transform, norm_method) => {
    const { X } = normalize(wide, { normalized: { transform, norm_method } })
    const scaled = columnOf({ X, nSamples: 8, nFeatures: 2 }, 0)
    expect(scaled.every(Number.isFinite)).toBe(true)
    expect(new Set(scaled).size).toBe(2)
    expect(scaled[7] - scaled[0]).toBeGreaterThan(0.5)
  })

  it.each(['minmax', 'robust'] as const)(
    'on both sides are refused by name where %s has no range to divide by',
    (norm_method) => {
      const run = () => normalize(wide, { normalized: { transform: 'none', norm_method } })
      expect(run).toThrow(/f00 are farther apart/)
    },
  )
})

describe('F-31 values too small to measure distances with', () => {
  const small = imputedOf(evenColumn.map((value) => [value * 1e-320, value]))

  it('are scaled like others where the scaler can', () => {
    expect(new Set(normalize(small).X).size).toBeGreaterThan(8)
  })

  it('are 0 where nothing scales them, so that stores do not differ by them', () => {
    const { X } = normalize(small, { normalized: { normalize: false, transform: 'none' } })
    expect([...X]).toEqual(evenColumn.flatMap((value) => [0, value]))
  })
})

describe('transform', () => {
  it('auto bends only the columns with an absolute skewness over 0.5', () => {
    const { transforms } = normalize()
    expect(transforms.map(({ kind }) => kind)).toEqual(['asinh', 'none'])
  })

  it('hellinger of amounts is the root of the share of the row, whatever the row sums to', () => {
    const amounts = imputedOf([
      [1, 3],
      [200, 600],
      [0, 0],
      [5e307, 1.5e308],
    ])
    const { transformed } = normalize(amounts, { normalized: { transform: 'hellinger' } })
    const [small, large] = [Math.sqrt(0.25), Math.sqrt(0.75)]
    const shared = [small, large]
    expect([...transformed]).toEqual([...shared, ...shared, 0, 0, ...shared])
  })

  it('auto takes hellinger for every column of a compositional table, as parts of 1', () => {
    const shares = imputedOf(
      [
        [25, 75],
        [36, 64],
        [100, 0],
      ],
      { isCompositional: true },
    )
    const { transforms, transformed } = normalize(shares)
    expect(transforms).toEqual([
      { name: 'f00', kind: 'hellinger', center: 0, scale: 100 },
      { name: 'f01', kind: 'hellinger', center: 0, scale: 100 },
    ])
    expect(transformed.slice(0, 4)).toEqual(Float64Array.of(0.5, Math.sqrt(0.75), 0.6, 0.8))
  })

  it('gives the same result for shares of 1 and shares of 100', () => {
    const ofHundred = normalize(
      imputedOf(
        [
          [25, 75],
          [50, 50],
        ],
        { isCompositional: true },
      ),
    )
    const ofOne = normalize(
      imputedOf(
        [
          [0.25, 0.75],
          [0.5, 0.5],
        ],
        { isCompositional: true },
      ),
    )
    expect(ofOne.X).toEqual(ofHundred.X)
  })

  it('asinh is arcsinh((x - median) / (IQR / 1.349))', () => {
    const { transforms, transformed } = normalize()
    expect(transforms[0]).toMatchObject({ center: 2.5, scale: 1.5 / 1.349 })
    expect(transformed[14]).toBeCloseTo(Math.asinh(((200 - 2.5) * 1.349) / 1.5), 12)
  })

  it('log1p and clr follow their definitions', () => {
    const log = normalize(imputedOf(rows), { normalized: { transform: 'log1p' } })
    expect(log.transformed[0]).toBe(Math.log1p(1))
    const clr = normalize(
      imputedOf([
        [1, Math.E],
        [1, 1],
      ]),
      { normalized: { transform: 'clr' } },
    )
    expect([...clr.transformed]).toEqual([-0.5, 0.5, 0, 0])
  })

  it.each(['log1p', 'hellinger', 'clr'] as const)(
    '%s refuses what it is not defined for',
    (transform) => {
      const negative = imputedOf([
        [-2, 1],
        [3, 4],
      ])
      const run = () => normalize(negative, { normalized: { transform } })
      expect(run).toThrow(AssetError)
      expect(run).toThrow(/"f00"/)
    },
  )
})

describe('scale', () => {
  it('gives each column mean 0 and standard deviation 1 over the stores with data', () => {
    const { X } = normalize()
    for (const j of [0, 1]) {
      const column = columnOf({ X, nSamples: 8, nFeatures: 2 }, j)
      expect(mean(column)).toBeCloseTo(0, 12)
      expect(standardDeviation(column)).toBeCloseTo(1, 12)
    }
  })

  it('a store without data changes neither transform nor scale', () => {
    const withGhost = imputedOf([...rows, [1e9, 1e9]], { noData: [8] })
    const { transforms, scaler, X } = normalize(withGhost)
    const without = normalize()
    expect({ transforms, scaler }).toEqual({
      transforms: without.transforms,
      scaler: without.scaler,
    })
    expect(X.slice(0, 16)).toEqual(without.X)
  })

  it('a constant column becomes 0, not NaN', () => {
    const { X } = normalize(
      imputedOf([
        [7, 1],
        [7, 2],
        [7, 3],
      ]),
    )
    expect([X[0], X[2], X[4]]).toEqual([0, 0, 0])
  })

  it.each([
    ['minmax', [0, 1]],
    ['maxabs', [0.125, 1]],
    ['robust', [-1, 1]],
  ] as const)('%s scales as scikit-learn does', (norm_method, [first, last]) => {
    const { X, scaler } = normalize(imputedOf(evenColumn.map((v) => [v])), {
      normalized: { norm_method },
    })
    expect(scaler.method).toBe(norm_method)
    expect([X[0], X[7]]).toEqual([first, last])
  })

  it('quantile puts a store where its rank is, from 0 to 1', () => {
    const { X, scaler } = normalize(imputedOf(skewedColumn.map((v) => [v])), {
      normalized: { norm_method: 'quantile', transform: 'none' },
    })
    expect(scaler).toMatchObject({ kind: 'quantile', method: 'quantile', nQuantiles: 8 })
    const shares = [0, 0, 2.5 / 7, 2.5 / 7, 4.5 / 7, 4.5 / 7, 6 / 7, 1]
    X.forEach((value, row) => expect(value).toBeCloseTo(shares[row], 12))
  })

  it('power makes a skewed column as normal as it can be, with mean 0 and deviation 1', () => {
    const { X, scaler } = normalize(imputedOf(skewedColumn.map((v) => [v])), {
      normalized: { norm_method: 'power', transform: 'none' },
    })
    expect(scaler).toMatchObject({ kind: 'power', method: 'power' })
    expect([mean(X), standardDeviation(X)]).toEqual([expect.closeTo(0, 12), expect.closeTo(1, 12)])
    expect(Math.abs(skewness(X))).toBeLessThan(skewness(Float64Array.from(skewedColumn)) / 3)
    expect(X[6]).toBeLessThan(X[7])
  })

  it.each(['quantile', 'power'] as const)(
    '%s is fitted on the stores with data only',
    (norm_method) => {
      const normalized = { norm_method }
      const withGhost = imputedOf([...rows, [1e9, 1e9]], { noData: [8] })
      const [ghost, plain] = [
        normalize(withGhost, { normalized }),
        normalize(undefined, { normalized }),
      ]
      expect(ghost.scaler).toEqual(plain.scaler)
      expect(ghost.X.slice(0, 16)).toEqual(plain.X)
      expect(ghost.X.every(Number.isFinite)).toBe(true)
    },
  )

  it('normalize false leaves the transformed values as they are', () => {
    const { X, transformed, scaler } = normalize(imputedOf(rows), {
      normalized: { normalize: false },
    })
    expect(X).toEqual(transformed)
    expect(scaler.method).toBe('none')
  })

  it('does not change when a column is moved or stretched', () => {
    const plain = normalize()
    const moved = normalize(imputedOf(rows.map(([a, b]) => [1000 + 3 * a, 50 * b - 7])))
    plain.X.forEach((value, cell) => expect(moved.X[cell]).toBeCloseTo(value, 9))
  })
})

describe('feature weights', () => {
  const three = imputedOf([
    [1, 2, 9],
    [2, 5, 1],
    [3, 3, 4],
  ])
  const factors = (feature_weights: Record<string, number>, imputed = three) => [
    ...normalize(imputed, { normalized: { feature_weights } }).weights,
  ]

  it('multiply a scaled column by sqrt(w p / 100)', () => {
    const weighted = normalize(three, { normalized: { feature_weights: { f00: 50 } } })
    const plain = normalize(three)
    expect(weighted.weights[0]).toBeCloseTo(Math.sqrt(1.5), 12)
    expect(weighted.weights[1]).toBeCloseTo(Math.sqrt(0.75), 12)
    expect(weighted.X[0]).toBeCloseTo(plain.X[0] * Math.sqrt(1.5), 12)
    expect(weighted.transformed).toEqual(plain.transformed)
  })

  it('change nothing when they are equal or absent', () => {
    expect(factors({})).toEqual([1, 1, 1])
    for (const factor of factors({ f00: 100 / 3, f01: 100 / 3, f02: 100 / 3 }))
      expect(factor).toBeCloseTo(1, 12)
  })

  it('give the percent of a column that was dropped to the others', () => {
    expect(factors({ gone: 60 })).toEqual([1, 1, 1])
    const kept = factors({ f00: 20, f01: 20, f02: 20, gone: 40 })
    for (const factor of kept) expect(factor).toBeCloseTo(1, 12)
  })

  it('split the percent of a one-hot column over its levels', () => {
    const oneHot = imputedOf(
      [
        [1, 0, 9],
        [0, 1, 1],
        [1, 0, 4],
      ],
      { origins: ['region', 'region', 'x'] },
    )
    const [a, b, x] = factors({ region: 50 }, oneHot)
    expect(a).toBe(b)
    expect(a ** 2 + b ** 2).toBeCloseTo(1.5, 12)
    expect(x ** 2).toBeCloseTo(1.5, 12)
  })

  it('over 100 percent, or all zero, are refused with the next step', () => {
    expect(() => factors({ f00: 80, f01: 30 })).toThrow(/110 %/)
    const none = () => factors({ f00: 0, f01: 0, f02: 0 })
    expect(none).toThrow(AssetError)
    expect(none).toThrow(
      expect.objectContaining({
        failure: expect.objectContaining({ hint: expect.stringContaining('more than 0 %') }),
      }),
    )
  })
})

describe('edges', () => {
  it('without a feature, or without a store that has data, it says what to do', () => {
    expect(() => normalize(imputedOf([[], []]))).toThrow(/No feature is left/)
    expect(() => normalize(imputedOf([[1], [2]], { noData: [0, 1] }))).toThrow(AssetError)
    expect(() => normalize(imputedOf([]))).toThrow(AssetError)
  })

  it('one store is all zeros', () => {
    expect([...normalize(imputedOf([[5, 6]])).X]).toEqual([0, 0])
  })

  it('the check finds a cell that is not finite', () => {
    const imputed = imputedOf(rows)
    const value = normalize(imputed)
    expect(checks.matrix_finite(value, { imputed }).passed).toBe(true)
    const broken = { ...value, X: value.X.map((x, cell) => (cell === 3 ? NaN : x)) }
    expect(checks.matrix_finite(broken, { imputed })).toEqual({
      passed: false,
      metadata: { cells_missing: 1, cells: 16, first: 'f01' },
    })
  })
})

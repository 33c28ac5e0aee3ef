import { describe, expect, it } from 'vitest'
import { createDraw } from '../../testing/made-up-chain'
import { imputedOf } from '../../testing/imputed-of'
import { given, runStages } from '../../testing/run-stages'
import { AssetError } from '../../failure'
import { checks } from './checks'
import { compute } from './compute'
import { reduceRows } from './reduce-rows'
import type { DimensionalityReducedFeatures } from './spec'

const draw = createDraw(3)
const rows = Array.from({ length: 60 }, () => {
  const [a, b] = [draw.normal(), draw.normal()]
  return [a, a + 0.01 * draw.normal(), b, b - 0.01 * draw.normal(), 0.3 * draw.normal()]
})
const imputed = imputedOf(rows)

describe('dimensionality_reduced_features', () => {
  it('keeps the fewest components whose cumulative share is over the asked one', () => {
    const { reduced } = runStages(imputed)
    const ratio = linearOf(reduced).explainedVarianceRatio
    expect(reduced.componentNames).toEqual(['PC1', 'PC2', 'PC3'])
    expect(ratio.length).toBe(5)
    expect(ratio[0] + ratio[1]).toBeLessThan(0.95)
    expect(ratio[0] + ratio[1] + ratio[2]).toBeGreaterThan(0.95)
  })

  it.each([
    [{ pca_components: 2 }, 2],
    [{ pca_components: 99 }, 5],
    [{ pca_components: 0.9999999, pca_max_components: 4 }, 4],
    [{ pca_components: 1 }, 1],
  ])('with %o it keeps %i', (parameters, nComponents) => {
    const { reduced } = runStages(imputed, { reduced: parameters })
    expect(reduced.pca?.nComponents).toBe(nComponents)
    expect(reduced.X.length).toBe(60 * nComponents)
    expect(linearOf(reduced).components.length).toBe(nComponents * 5)
  })

  it('leaves the features as they are when off, or when there are not more than the minimum', () => {
    for (const parameters of [{ pca_active: false }, { pca_min_features: 5 }]) {
      const { reduced, outliers } = runStages(imputed, { reduced: parameters })
      expect(reduced.pca).toBeNull()
      expect(reduced.componentNames).toEqual(imputed.featureNames)
      expect(reduced.X).toEqual(outliers.X)
    }
    expect(runStages(imputed, { reduced: { pca_min_features: 4 } }).reduced.pca).not.toBeNull()
  })

  it('keeps distances between stores when all components are kept', () => {
    const { reduced, outliers } = runStages(imputed, { reduced: { pca_components: 5 } })
    for (const [a, b] of [
      [0, 1],
      [5, 40],
      [59, 30],
    ])
      expect(distance(reduced.X, a, b)).toBeCloseTo(distance(outliers.X, a, b), 9)
  })

  it('is fitted on the fitted stores only: a store without data does not turn the axes', () => {
    const stranger = imputedOf([...rows, [1e4, -1e4, 0, 0, 0]], { noData: [60] })
    const { reduced } = runStages(stranger)
    expect(reduced.pca).toEqual(runStages(imputed).reduced.pca)
    expect(reduced.X.length).toBe(61 * 3)
  })

  it('the same stores in another place give the same distances (features moved by a constant)', () => {
    const moved = imputedOf(rows.map((row) => row.map((value) => value + 12)))
    const [plain, shifted] = [runStages(imputed).reduced, runStages(moved).reduced]
    expect(shifted.componentNames).toEqual(plain.componentNames)
    plain.X.forEach((value, cell) => expect(shifted.X[cell]).toBeCloseTo(value, 6))
  })

  it('does not fail on one store or on stores that are all equal', () => {
    for (const same of [[[1, 2]], Array.from({ length: 12 }, () => [1, 2])]) {
      const { reduced } = runStages(imputedOf(same))
      expect(reduced.pca).toBeNull()
      expect([...reduced.X].every((value) => value === 0)).toBe(true)
    }
  })

  it('bends the space by a kernel: fitted stores as the fit has them, others by likeness', () => {
    const kernel = { pca_method: 'kernel', pca_components: 4 } as const
    const stranger = imputedOf([...rows, [9, 9, -9, 9, 9]], { noData: [60] })
    const { reduced, outliers, model } = runStages(stranger, { reduced: kernel })
    expect(reduced.componentNames).toEqual(['PC1', 'PC2', 'PC3', 'PC4'])
    expect(reduced.pca).toMatchObject({ method: 'kernel', gamma: 1 / 5 })
    const all = { X: outliers.X, nSamples: 61, nFeatures: 5 }
    const again = reduceRows(model.preprocessing.pca, all).X
    reduced.X.forEach((value, cell) => expect(again[cell]).toBeCloseTo(value, 10))
    expect(checks.variance_kept(reduced, { outliers })).toEqual({
      passed: true,
      metadata: { share: null, components: 4 },
    })
  })

  it('refuses a share of variance with a kernel, and a kernel that has no room', () => {
    const { outliers } = runStages(imputed)
    const reduce = (parameters: object, memoryBudget: number) =>
      compute(
        { outliers },
        { ...given('reduced'), pca_method: 'kernel', ...parameters },
        { memoryBudget },
      )
    expect(() => reduce({}, Infinity)).toThrow(AssetError)
    expect(() => reduce({}, Infinity)).toThrow(/no total variance/)
    expect(() => reduce({ pca_components: 3 }, 1000)).toThrow(/can hold 1 MB/)
    expect(reduce({ pca_components: 3 }, 1e6).pca?.nComponents).toBe(3)
  })

  it('the check fails when less than half of the variance is kept', () => {
    const { reduced, outliers } = runStages(imputed)
    expect(checks.variance_kept(reduced, { outliers }).passed).toBe(true)
    const one = runStages(imputed, { reduced: { pca_components: 1 } })
    const share = linearOf(one.reduced).explainedVarianceRatio[0]
    expect(share).toBeLessThan(0.5)
    expect(checks.variance_kept(one.reduced, { outliers })).toEqual({
      passed: false,
      metadata: { share, components: 1 },
    })
  })
})

function linearOf({ pca }: DimensionalityReducedFeatures) {
  if (pca?.method !== 'linear') throw new Error('not reduced by linear components')
  return pca
}

function distance(X: Float64Array, a: number, b: number): number {
  const width = X.length / 60
  let sum = 0
  for (let j = 0; j < width; j++) sum += (X[a * width + j] - X[b * width + j]) ** 2
  return Math.sqrt(sum)
}

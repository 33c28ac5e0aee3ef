import { describe, expect, it } from 'vitest'
import type { Matrix } from '../../math/matrix'
import { AssetError } from '../failure'
import { reducedOf } from '../testing/reduced-of'
import { given } from '../testing/run-stages'
import { createDraw } from '../testing/made-up-chain'
import { fitK } from './fit-k'
import { compute } from './optimal-cluster-counts/compute'
import { fitParams, type FitParams } from './params'
import { boundedAlgorithms, sizeFault } from './size-bounds'

const draw = createDraw(8)
const rows = Array.from({ length: 90 }, (_, i) => [draw.normal() ** 3 + (i % 7), draw.normal()])
const matrix: Matrix = { X: Float64Array.from(rows.flat()), nSamples: 90, nFeatures: 2 }

const defaults = Object.fromEntries(
  Object.entries(fitParams).map(([name, param]) => [name, param.default]),
) as FitParams
const paramsOf = (set: Partial<FitParams>): FitParams => ({ ...defaults, n_init: 2, ...set })

function sizesOf(labels: Int32Array, k: number): readonly number[] {
  return Array.from({ length: k }, (_, c) => labels.filter((label) => label === c).length)
}

function failureOf(act: () => unknown) {
  try {
    act()
  } catch (error) {
    if (error instanceof AssetError) return error.failure
    throw error
  }
  throw new Error('Nothing was refused.')
}

describe('size_min and size_max', () => {
  it.each(boundedAlgorithms)('%s keeps them', (algorithm) => {
    for (const [size_min, size_max] of [
      [20, 25],
      [null, 24],
      [15, null],
    ]) {
      const fit = fitK(matrix, 4, paramsOf({ algorithm, size_min, size_max }))
      const sizes = sizesOf(fit.labels, 4)
      expect(sizes.every((n) => n >= (size_min ?? 1) && n <= (size_max ?? 90))).toBe(true)
      expect(fit.clusterCenters.every(Number.isFinite)).toBe(true)
    }
  })

  it.each(boundedAlgorithms)('%s: bounds that hold anyway change nothing', (algorithm) => {
    const free = fitK(matrix, 4, paramsOf({ algorithm }))
    expect(fitK(matrix, 4, paramsOf({ algorithm, size_min: 1, size_max: 90 }))).toEqual(free)
  })

  it('k-medoids keeps its medoids: each centre is still a store', () => {
    const fit = fitK(matrix, 4, paramsOf({ algorithm: 'kmedoids', size_min: 20 }))
    for (let c = 0; c < 4; c++)
      expect(rows).toContainEqual([...fit.clusterCenters.subarray(2 * c, 2 * c + 2)])
  })

  it('are refused before the fit where they cannot be kept, with the numbers', () => {
    const refused = (set: Partial<FitParams>) => failureOf(() => fitK(matrix, 4, paramsOf(set)))
    expect(refused({ size_min: 30 })).toMatchObject({
      code: 'sizes_impossible',
      message: '4 clusters of at least 30 need 120 stores; there are 90 to fit.',
      path: 'size_min',
    })
    expect(refused({ size_max: 20 })).toMatchObject({
      message: '4 clusters of at most 20 hold 80 stores; there are 90 to fit.',
      path: 'size_max',
      hint: 'Raise size_max to 23, or ask for more clusters.',
    })
    expect(refused({ size_min: 30 }).hint).toBe('Lower size_min to 22, or ask for fewer clusters.')
    expect(refused({ size_min: 1, size_max: 20 }).path).toBe('size_max')
    expect(refused({ size_min: 9, size_max: 8 }).code).toBe('size_bounds_cross')
    expect(refused({ algorithm: 'gmm', size_min: 5 })).toMatchObject({
      code: 'sizes_not_bounded',
      hint: expect.stringContaining('kmedoids'),
    })
  })

  it('the search leaves out a k that cannot keep them, and says why', () => {
    const told: string[] = []
    const context = { report: () => {}, log: (_: string, text: string) => told.push(text) }
    const counts = { size_min: 20, size_max: 40, max_clusters: 6, n_init: 2 }
    const value = compute({ reduced: reducedOf(rows) }, given('counts', { counts }), context)
    expect(value.candidates.map(({ k }) => k)).toEqual([3, 4])
    expect(
      told.some((text) => text.startsWith('k = 2 is left out: 2 clusters of at most 40')),
    ).toBe(true)
    const none = { ...counts, size_min: 50, size_max: 60 }
    const search = () =>
      compute({ reduced: reducedOf(rows) }, given('counts', { counts: none }), context)
    expect(failureOf(search).code).toBe('sizes_impossible')
    expect(told.some((text) => text.includes('too few stores differ'))).toBe(false)
  })

  it.each([
    [{ size_min: 70 }, '2 clusters of at least 70 need 140 stores'],
    [{ size_max: 5 }, '6 clusters of at most 5 hold 30 stores'],
  ])('where no k keeps %j, the k that comes nearest tells why', (set, message) => {
    const counts = { ...set, max_clusters: 6, n_init: 2 }
    const context = { report: () => {}, log: () => {} }
    const search = () => compute({ reduced: reducedOf(rows) }, given('counts', { counts }), context)
    expect(failureOf(search).message).toContain(message)
  })

  it('no bound is no fault', () => {
    expect(sizeFault(3, 5, paramsOf({}))).toBe(null)
  })
})

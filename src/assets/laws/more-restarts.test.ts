import { expect, test } from 'vitest'
import { distancesToOwn } from '../../math/distances-to-own'
import { type Matrix, selectRows } from '../../math/matrix'
import { fitK } from '../model-training/fit-k'
import type { Fit } from '../model-training/fit'
import { fitParams, type FitParams } from '../model-training/params'
import { rowsWhere } from '../rows-where'
import { defaultsOf } from '../testing/defaults-of'
import { expectLaw } from '../testing/expect-law'
import { lawTimeout } from '../testing/law-seeds'

/** What an algorithm makes small. */
const costs: readonly (readonly [Partial<FitParams>, (matrix: Matrix, fit: Fit) => number])[] = [
  [{ algorithm: 'kmeans' }, (_, { inertia }) => inertia],
  [{ algorithm: 'kmeans', size_min: 3 }, (_, { inertia }) => inertia],
  [{ algorithm: 'minibatch_kmeans', batch_size: 16 }, (_, { inertia }) => inertia],
  [{ algorithm: 'kmedoids' }, sumOfDistances],
]

function sumOfDistances(matrix: Matrix, { labels, clusterCenters, nClusters }: Fit): number {
  const centers = { X: clusterCenters, nSamples: nClusters, nFeatures: matrix.nFeatures }
  return distancesToOwn(matrix, labels, centers).reduce((sum, distance) => sum + distance, 0)
}

/**
 * Not kept by bisecting k-means: restarts improve each split, and a better split may be followed by a
 * worse one. The Gaussian mixture starts from k-means and has another aim; the others start once.
 */
test(
  'more restarts are never worse',
  async () => {
    await expectLaw({
      choices: { algorithm: ['hclust'], numeric_imputation: ['mean', 'median'] },
      change: (table) => table,
      same: ({ reduced }, _again, seed) => {
        const { X, storeIds, componentNames, isFitted } = reduced
        const all = { X, nSamples: storeIds.length, nFeatures: componentNames.length }
        const matrix = selectRows(all, rowsWhere(isFitted))
        for (const [asked, costOf] of costs) {
          let last = Infinity
          for (const n_init of [1, 2, 3, 6]) {
            const params = { ...defaultsOf(fitParams), ...asked, n_init }
            const cost = costOf(matrix, fitK(matrix, 3, params))
            const words = `${seed}, ${JSON.stringify(asked)}, ${n_init} restarts`
            expect(cost, words).toBeLessThanOrEqual(last * (1 + 1e-12))
            last = cost
          }
        }
      },
    })
  },
  lawTimeout,
)

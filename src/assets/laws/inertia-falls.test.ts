import { expect, test } from 'vitest'
import { createNearest } from '../../math/bounded-nearest'
import { inertiaAt } from '../../math/inertia-at'
import { kMeansPlusPlus } from '../../math/k-means-plus-plus'
import { stepsOfLloyd } from '../../math/lloyd'
import { selectRows } from '../../math/matrix'
import { nearestCenters } from '../../math/nearest-centers'
import { createRandom } from '../../math/random'
import { rowsWhere } from '../rows-where'
import { expectLaw } from '../testing/expect-law'
import { lawTimeout } from '../testing/law-seeds'

/** A sum of squares may round up by a few units of its last place, and what is 0 by those of the cells. */
const rounding = 1 + 1e-12
const mostSteps = 30

/** Of the algorithms, k-means alone lowers the inertia step by step; a cluster that loses its last row too. */
test(
  'the inertia never rises in an iteration of k-means, from good seeds and from any rows',
  async () => {
    await expectLaw({
      choices: { algorithm: ['kmeans'] },
      change: (table) => table,
      same: ({ reduced }, _again, seed) => {
        const { X, storeIds, componentNames, isFitted } = reduced
        const all = { X, nSamples: storeIds.length, nFeatures: componentNames.length }
        const matrix = selectRows(all, rowsWhere(isFitted))
        const ofCells = 1e-24 * matrix.X.reduce((sum, value) => sum + value * value, 0)
        for (const k of [2, 4, 7]) {
          const anyRows = Int32Array.from({ length: k }, (_, c) => c % matrix.nSamples)
          const good = kMeansPlusPlus(matrix, k, createRandom(k))
          for (const rows of [anyRows, good]) {
            const init = selectRows(matrix, rows).X
            let last = Infinity
            for (let maxIter = 1; maxIter <= mostSteps; maxIter++) {
              const options = { init, maxIter, tolerance: 0 }
              const steps = stepsOfLloyd(matrix, createNearest(matrix, k), options)
              const { labels } = nearestCenters(matrix, steps.centers, k)
              const inertia = inertiaAt(matrix, steps.centers, labels)
              const words = `${seed}, k ${k}, iteration ${maxIter}`
              expect(inertia, words).toBeLessThanOrEqual(last * rounding + ofCells)
              last = inertia
              if (steps.isSettled) break
            }
          }
        }
      },
    })
  },
  lawTimeout,
)

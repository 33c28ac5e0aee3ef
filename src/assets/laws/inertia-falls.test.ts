import { expect, test } from 'vitest'
import { kMeansPlusPlus } from '../../math/k-means-plus-plus'
import { runLloyd } from '../../math/lloyd'
import { selectRows } from '../../math/matrix'
import { createRandom } from '../../math/random'
import { rowsWhere } from '../rows-where'
import { expectLaw } from '../testing/expect-law'
import { lawTimeout } from '../testing/law-seeds'

/** A sum of squares may round up by a few units of its last place. */
const rounding = 1 + 1e-12

/** Of the algorithms, k-means alone lowers the inertia step by step. */
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
        for (const k of [2, 4, 7]) {
          const anyRows = Int32Array.from({ length: k }, (_, c) => c % matrix.nSamples)
          const good = kMeansPlusPlus(matrix, k, createRandom(k))
          for (const rows of [anyRows, good]) {
            const init = selectRows(matrix, rows).X
            let last = Infinity
            for (let maxIter = 1; ; maxIter++) {
              const fit = runLloyd(matrix, { init, maxIter, tolerance: 0 })
              expect(fit.inertia, `${seed}, k ${k}, iteration ${maxIter}`).toBeLessThanOrEqual(
                last * rounding,
              )
              last = fit.inertia
              if (fit.nIter < maxIter) break
            }
          }
        }
      },
    })
  },
  lawTimeout,
)

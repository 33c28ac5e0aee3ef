import { expect, test } from 'vitest'
import { extent } from '../../math/extent'
import { undoScaler } from '../../math/fitted-scaler'
import { columnOf } from '../../math/matrix'
import { expectLaw } from '../testing/expect-law'
import { lawTimeout } from '../testing/law-seeds'

/**
 * To 1e-9 of the largest cell of a column: dividing and multiplying round, powers more so. Not for a
 * column made of a rare level under power: it is bent until its two values are as good as equal. Beyond
 * the quantiles, where a store may be that was not fitted, the end of them comes back.
 */
test(
  'what a scaler did is undone by its inverse, whatever the scaler',
  async () => {
    await expectLaw({
      change: (table) => table,
      same: ({ normalized, imputed }, _again, seed) => {
        const { scaler, X, weights, transformed, storeIds, featureNames } = normalized
        const shape = { nSamples: storeIds.length, nFeatures: featureNames.length }
        const unweighted = X.map((value, cell) => value / weights[cell % weights.length])
        const back = { ...shape, X: undoScaler(scaler, { ...shape, X: unweighted }) }
        const texts = imputed.columns
          .filter(({ type }) => type !== 'number')
          .map(({ name }) => name)
        featureNames.forEach((name, j) => {
          if (scaler.kind === 'power' && texts.includes(imputed.origins[j])) return
          const { min, max } =
            scaler.kind === 'quantile'
              ? extent(
                  scaler.quantiles.subarray(j * scaler.nQuantiles, (j + 1) * scaler.nQuantiles),
                )
              : { min: -Infinity, max: Infinity }
          const before = columnOf({ ...shape, X: transformed }, j).map((value) =>
            Math.max(min, Math.min(max, value)),
          )
          const after = columnOf(back, j)
          const largest = extent(before.map(Math.abs)).max
          const worst = extent(before.map((value, i) => Math.abs(value - after[i]))).max
          expect(worst, `${seed}, ${name}`).toBeLessThanOrEqual(1e-9 * largest)
        })
      },
    })
  },
  lawTimeout,
)

import { expect, test } from 'vitest'
import { expectLaw } from '../testing/expect-law'
import { figuresOf } from '../testing/figures-of'
import { lawTimeout } from '../testing/law-seeds'
import { mapNumbers } from '../testing/made-table'

/**
 * Kept by the scalers that divide by a spread of the column, without a transform, and by every way to
 * find outliers and clusters after them. Not by what knows units: a number that missing cells take,
 * the regressions of the iterative imputer (their priors are of no unit), power. Powers of 2 scale
 * without rounding, so that all figures are equal bit by bit.
 */
test(
  'other units, by powers of 2 for each column, change no cluster, distance or score',
  async () => {
    await expectLaw({
      kind: { hasShares: false },
      choices: {
        imputation_type: ['simple', 'knn'],
        numeric_imputation: ['mean', 'median', 'mode', 'drop'],
        transform: ['none'],
        norm_method: ['zscore', 'minmax', 'maxabs', 'robust', 'quantile'],
      },
      change: (table, draw) =>
        mapNumbers(table, () => {
          const unit = 2 ** draw.integer(-12, 12)
          return (value) => value * unit
        }),
      same: (there, here, seed) => expect(figuresOf(here), seed).toEqual(figuresOf(there)),
    })
  },
  lawTimeout,
)

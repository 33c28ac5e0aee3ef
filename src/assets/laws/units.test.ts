import { describe, expect, test } from 'vitest'
import { expectLaw, type Law } from '../testing/expect-law'
import { figuresOf } from '../testing/figures-of'
import { lawTimeout } from '../testing/law-seeds'
import { mapNumbers } from '../testing/made-table'

/** Powers of 2 scale without rounding, so that all figures are equal bit by bit. */
const law: Law = {
  change: (table, draw) =>
    mapNumbers(table, () => {
      const unit = 2 ** draw.integer(-12, 12)
      return (value) => value * unit
    }),
  same: (there, here, seed) => expect(figuresOf(here), seed).toEqual(figuresOf(there)),
}

const choices = {
  imputation_type: ['simple', 'knn'],
  numeric_imputation: ['mean', 'median', 'mode', 'drop'],
  transform: ['none'],
} as const

/**
 * Kept by the scalers that divide by a spread of the column, without a transform, and by every way to
 * find outliers and clusters after them. Not by what knows units: a number that missing cells take,
 * the regressions of the iterative imputer (their priors are of no unit), power.
 */
describe('other units, by powers of 2 for each column, change no cluster, distance or score', () => {
  test(
    'under zscore, minmax, maxabs and quantile',
    async () => {
      const norm_method = ['zscore', 'minmax', 'maxabs', 'quantile'] as const
      await expectLaw({ ...law, kind: { hasShares: false }, choices: { ...choices, norm_method } })
    },
    lawTimeout,
  )

  // A column whose quartiles are equal is divided by 1, as in scikit-learn, and keeps its unit.
  test(
    'under robust, where no column has equal quartiles',
    async () => {
      const norm_method = ['robust'] as const
      await expectLaw({ ...law, kind: { isGeneral: true }, choices: { ...choices, norm_method } })
    },
    lawTimeout,
  )
})

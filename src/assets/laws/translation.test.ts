import { describe, expect, test } from 'vitest'
import { adjustedRandIndex } from '../../math/adjusted-rand-index'
import { expectLaw, type Law } from '../testing/expect-law'
import { figuresOf } from '../testing/figures-of'
import { lawTimeout } from '../testing/law-seeds'
import { mapNumbers } from '../testing/made-table'

/** Each column by a number of its own, a multiple of 1/8: sums of it with a cell have no rounding. */
const change: Law['change'] = (table, draw) =>
  mapNumbers(table, () => {
    const shift = draw.integer(-8000, 8000) / 8
    return (value) => value + shift
  })

/**
 * Without a transform. Not kept by maxabs and power, by a number that missing cells take, and by the
 * iterative imputer, which stops by the largest value there is. Where figures round, not by the
 * elliptic envelope either: columns made of levels add up to 1, so that its covariance is singular; and
 * not by the local outlier factor, which stores that are neighbours of each other have in common.
 */
describe('numbers added to whole columns', () => {
  test(
    'change no figure where nothing rounds: minmax and robust, cells filled by median or mode',
    async () => {
      await expectLaw({
        kind: { hasShares: false },
        choices: {
          imputation_type: ['simple'],
          numeric_imputation: ['median', 'mode', 'drop'],
          transform: ['none'],
          norm_method: ['minmax', 'robust'],
        },
        // The correlation of columns is of numbers that round.
        settings: (drawn) => ({ ...drawn, filtered: { ...drawn.filtered, max_correlation: null } }),
        change,
        same: (there, here, seed) => expect(figuresOf(here), seed).toEqual(figuresOf(there)),
      })
    },
    lawTimeout,
  )

  test(
    'change no figure under quantile, where 2^m + 1 complete stores make every share exact',
    async () => {
      await expectLaw({
        kind: { hasShares: false, nComplete: 33 },
        choices: { transform: ['none'], norm_method: ['quantile'] },
        settings: (drawn) => ({ ...drawn, filtered: { ...drawn.filtered, max_correlation: null } }),
        change,
        same: (there, here, seed) => expect(figuresOf(here), seed).toEqual(figuresOf(there)),
      })
    },
    lawTimeout,
  )

  test(
    'make the same groups under zscore, whose mean and deviation round, on tables without ties',
    async () => {
      await expectLaw({
        kind: { isGeneral: true },
        choices: {
          imputation_type: ['simple', 'knn'],
          numeric_imputation: ['mean', 'median', 'mode', 'drop'],
          transform: ['none'],
          norm_method: ['zscore'],
          outliers_method: ['none', 'iforest', 'iqr', 'zscore'],
        },
        change,
        same: (there, here, seed) => {
          expect(here.assigned.isOutlier, seed).toEqual(there.assigned.isOutlier)
          expect(adjustedRandIndex(here.assigned.clusters, there.assigned.clusters), seed).toBe(1)
        },
      })
    },
    lawTimeout,
  )
})

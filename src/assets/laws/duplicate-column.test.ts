import { expect, test } from 'vitest'
import { adjustedRandIndex } from '../../math/adjusted-rand-index'
import { expectLaw } from '../testing/expect-law'
import { lawTimeout } from '../testing/law-seeds'
import type { MadeColumn, MadeTable } from '../testing/made-table'

const copyOf = (name: string) => `${name} again`

/** The first column of numbers; every made table has one. */
function doubled({ columns }: MadeTable): MadeColumn {
  const at = columns.findIndex(({ cells }) => cells.some((cell) => typeof cell === 'number'))
  return columns[at]
}

/**
 * Every squared distance grows by (p + 1) / p, p the number of features: so does the squared `eps` of
 * dbscan, but not after the kernel, whose width follows p. Roots of weights round: the groups are
 * compared, not the figures, on tables without ties.
 * Not kept by the isolation forest, which draws columns; by the elliptic envelope, whose covariance
 * becomes singular; by imputers that learn from the other columns; by the local outlier factor, which
 * stores that are neighbours of each other have in common: rounding decides which one is over the share;
 * by the Gaussian mixture, which takes two columns for two measurements.
 */
test(
  'a column twice, with half of the weight each and no limit of correlation, makes the same groups',
  async () => {
    await expectLaw({
      kind: { isGeneral: true },
      choices: {
        imputation_type: ['simple'],
        outliers_method: ['none', 'iqr', 'zscore'],
        algorithm: [
          'kmeans',
          'minibatch_kmeans',
          'bisecting_kmeans',
          'kmedoids',
          'hclust',
          'dbscan',
          'hdbscan',
        ],
      },
      settings: (drawn, { columns }) => {
        const percents = columns.map(({ name }, j) => [name, 6 + ((5 * j) % 8)] as const)
        const feature_weights = Object.fromEntries(percents)
        const filtered = { max_correlation: null, min_association: null }
        return { ...drawn, filtered, normalized: { ...drawn.normalized, feature_weights } }
      },
      follow: ({ settings, table, there: { normalized } }) => {
        const { name } = doubled(table)
        const given = settings.normalized.feature_weights
        const half = (given?.[name] ?? 0) / 2
        const feature_weights = { ...given, [name]: half, [copyOf(name)]: half }
        const p = normalized.featureNames.length
        const growth = settings.reduced.pca_method === 'kernel' ? 1 : Math.sqrt((p + 1) / p)
        const eps = (settings.model.eps ?? 0.5) * growth
        return {
          ...settings,
          normalized: { ...settings.normalized, feature_weights },
          counts: { ...settings.counts, eps },
          model: { ...settings.model, eps },
        }
      },
      change: (table) => {
        const { name, cells } = doubled(table)
        return { ...table, columns: [...table.columns, { name: copyOf(name), cells }] }
      },
      same: (there, here, seed) => {
        expect(here.normalized.featureNames.length, seed).toBe(
          there.normalized.featureNames.length + 1,
        )
        expect(here.assigned.isOutlier, seed).toEqual(there.assigned.isOutlier)
        expect(adjustedRandIndex(here.assigned.clusters, there.assigned.clusters), seed).toBe(1)
      },
    })
  },
  lawTimeout,
)

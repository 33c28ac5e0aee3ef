import { calinskiHarabaszScore } from '../../../math/calinski-harabasz-score'
import { daviesBouldinScore } from '../../../math/davies-bouldin-score'
import type { Matrix } from '../../../math/matrix'
import { finiteOrNull } from '../../finite-or-null'
import type { Fit } from '../fit'
import { meanSilhouettes } from './mean-silhouettes'
import type { OptimalClusterCounts } from './spec'

export type KFit = { readonly k: number; readonly fit: Fit }

/** What the labels of a k say by themselves. */
export type FitScores = Pick<
  OptimalClusterCounts['candidates'][number],
  'k' | 'inertia' | 'silhouette' | 'calinskiHarabasz' | 'daviesBouldin' | 'smallest'
>

/** The scores of every fit; those of a partition are null with fewer than two clusters. */
export function scoreFits(
  fitted: Matrix,
  fits: readonly KFit[],
  sessionId: number,
): readonly FitScores[] {
  const split = fits.filter(({ k }) => k > 1)
  const labelings = split.map(({ fit }) => fit.labels)
  const means = meanSilhouettes(fitted, labelings, sessionId)
  const silhouettes = new Map(split.map(({ fit }, at) => [fit, means[at]]))
  return fits.map(({ k, fit }) => ({
    k,
    inertia: fit.inertia,
    silhouette: finiteOrNull(silhouettes.get(fit) ?? NaN),
    calinskiHarabasz: k > 1 ? finiteOrNull(calinskiHarabaszScore(fitted, fit.labels)) : null,
    daviesBouldin: k > 1 ? finiteOrNull(daviesBouldinScore(fitted, fit.labels)) : null,
    smallest: smallestSize(fit.labels, k),
  }))
}

/** Stores of the smallest cluster; noise is none. */
function smallestSize(labels: Int32Array, nClusters: number): number {
  const sizes = new Int32Array(nClusters)
  for (const label of labels) if (label >= 0) sizes[label] += 1
  return sizes.reduce((smallest, size) => Math.min(smallest, size))
}

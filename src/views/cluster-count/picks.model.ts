import type { OptimalClusterCounts } from '../../assets/model-training/optimal-cluster-counts/spec'

type Pick = OptimalClusterCounts['picks'][number]

/** A criterion with what it picks, in words. */
export type ShownPick = {
  readonly name: string
  readonly pick: string
  /** It picks another k than the chosen one. */
  readonly differs: boolean
}

const names: Readonly<Record<Pick['criterion'], string>> = {
  silhouette: 'Silhouette',
  combined: 'Combined score',
  calinski_harabasz: 'Calinski-Harabasz',
  davies_bouldin: 'Davies-Bouldin',
  elbow: 'Elbow',
  gap: 'Gap statistic',
  stability: 'Stability',
}

export function shownPicks({ picks, k }: OptimalClusterCounts): readonly ShownPick[] {
  return picks.map((pick) => ({
    name: names[pick.criterion],
    pick: wordsFor(pick),
    differs: pick.k !== null && pick.k !== k,
  }))
}

function wordsFor({ criterion, k, isComputed }: Pick): string {
  if (!isComputed) return 'not computed'
  if (k !== null) return String(k)
  return criterion === 'elbow' ? 'no clear elbow' : 'no pick'
}

/** The finest count that resampling bears out, with what to make of it. */
export function finestWords({ picks, finestRecurring: finest, nFitted }: OptimalClusterCounts) {
  const isComputed = picks.some((pick) => pick.criterion === 'stability' && pick.isComputed)
  if (!isComputed)
    return 'Gap and stability take about 150 more fits for each count, so they are computed only when asked for.'
  if (finest === null)
    return 'At no count do all clusters recur in at least 60 % of 100 resamples of the stores.'
  const many = nFitted >= manyStores ? ' With as many stores as here it tends to be too fine.' : ''
  return `${finest} is the finest count whose clusters all recur in at least 60 % of 100 resamples. It is evidence for a finer split, no rule to choose by.${many}`
}

/** From about here on resampling bears out splits of one group, too. */
const manyStores = 2000

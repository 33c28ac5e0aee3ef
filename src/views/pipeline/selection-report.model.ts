import type { FilteredFeatures } from '../../assets/feature-engineering/filtered-features/spec'
import { formatAmount, formatCount, formatPercent } from '../../ui/number-format'

export type Selection = NonNullable<FilteredFeatures['selection']>
export type RankedFeature = Selection['ranking'][number]

/** What the selection did, and how far it can be trusted, in two sentences. */
export function selectionWords(selection: Selection): {
  readonly title: string
  readonly detail: string
} {
  const { category, reason, skipped, ranking, nStores } = selection
  const ofCategory = `clusters of ${category === 'all' ? 'the chain' : category} (${reason})`
  if (skipped !== null) return { title: 'No feature was left out by importance', detail: skipped }
  const nKept = ranking.filter(({ isKept }) => isKept).length
  const held = ranking.reduce((sum, one) => sum + (one.isKept ? Math.max(0, one.importance) : 0), 0)
  const whole = ranking.reduce((sum, one) => sum + Math.max(0, one.importance), 0)
  const share =
    whole === 0 ? 'none tells the clusters' : `${formatPercent(held / whole)} of all importance`
  return {
    title: `${formatCount(nKept)} of ${formatAmount(ranking.length, 'feature')} kept: ${share}`,
    detail:
      `Predicting the ${ofCategory} of ${formatAmount(nStores, 'store')} that the forest had not seen: ` +
      `${formatPercent(selection.accuracy)} right with what is kept, ` +
      `${formatPercent(selection.accuracyOfAll)} with every feature, ` +
      `${formatPercent(selection.baseline)} by always naming the largest cluster.`,
  }
}

/** The length of a bar: of the most important feature, the whole track. */
export function barShare({ ranking }: Selection, importance: number): number {
  const most = ranking[0]?.importance ?? 0
  return most > 0 ? Math.max(0, importance) / most : 0
}

export type ToldRow = {
  readonly cluster: number
  readonly nStores: number
  /** Stores of the cluster by the one that was told, in the order of `clusterIds`. */
  readonly told: readonly number[]
  /** Share of its stores that are told right. */
  readonly right: number
}

/** The confusion matrix, a row for each cluster. */
export function toldRows({ clusterIds, confusion }: Selection): readonly ToldRow[] {
  const n = clusterIds.length
  return Array.from(clusterIds, (cluster, r) => {
    const told = Array.from(confusion.subarray(r * n, (r + 1) * n))
    const nStores = told.reduce((sum, count) => sum + count, 0)
    return { cluster, nStores, told, right: nStores === 0 ? 0 : (told[r] ?? 0) / nStores }
  })
}

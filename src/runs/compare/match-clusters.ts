import { agreementOf, type Crossing, crossLabels, pairByOverlap } from '../../assets/agreement'
import { outlierLabel } from '../../assets/model-training/outlier-policy'
import { compareClusters } from './compare-clusters'
import type { Placements } from './placements'
import type { IsStable } from './stable-ids'

/** Clusters that are the same one in both runs; an id in no pair is new, or is gone. */
export type Matching = {
  /** Ids that were carried on (new ones in both runs by overlap), or the most stores in common. */
  readonly by: 'stable_ids' | 'overlap'
  readonly pairs: readonly (readonly [before: string, after: string])[]
}

export type CommonStore = {
  readonly id: string
  /** Row in the run before and in the run after. */
  readonly rowA: number
  readonly rowB: number
  readonly from: string
  readonly to: string
}

/** Two placements of the same view and category, laid over each other by store id. */
export type Overlay = {
  readonly common: readonly CommonStore[]
  readonly onlyA: readonly string[]
  readonly onlyB: readonly string[]
  readonly matching: Matching
  /** Rows by id; columns in the order of the rows they match, then those that are new. */
  readonly crossing: Crossing
  readonly adjustedRandIndex: number
}

/** @param isStable which ids mean the same cluster in both; null where none is known to */
export function overlay(a: Placements, b: Placements, isStable: IsStable | null): Overlay {
  const rowsB = new Map(b.storeIds.map((id, row) => [id, row]))
  const common = a.storeIds.flatMap((id, rowA): readonly CommonStore[] => {
    const rowB = rowsB.get(id)
    if (rowB === undefined) return []
    return [{ id, rowA, rowB, from: a.clusters[rowA] ?? '', to: b.clusters[rowB] ?? '' }]
  })
  const inA = new Set(a.storeIds)
  const inCommon = new Set(common.map(({ id }) => id))
  const [before, after] = [common.map(({ from }) => from), common.map(({ to }) => to)]
  const labels = { rows: idsOf(a.clusters), columns: idsOf(b.clusters) }
  const matching = matchOf(crossLabels(before, after, labels), isStable)
  const columns = alongDiagonal(labels, matching)
  return {
    common,
    onlyA: a.storeIds.filter((id) => !inCommon.has(id)),
    onlyB: b.storeIds.filter((id) => !inA.has(id)),
    matching,
    crossing: crossLabels(before, after, { rows: labels.rows, columns }),
    adjustedRandIndex: agreementOf(before, after),
  }
}

function matchOf(crossing: Crossing, isStable: IsStable | null): Matching {
  const { by, pairs } = matchNumbered(
    crossingOf(crossing, (id) => id !== outlierLabel),
    isStable,
  )
  const isInBoth = crossing.rows.includes(outlierLabel) && crossing.columns.includes(outlierLabel)
  return { by, pairs: isInBoth ? [...pairs, [outlierLabel, outlierLabel]] : pairs }
}

/** Being in no cluster is the same in every run, and is never another name of a cluster. */
function matchNumbered(crossing: Crossing, isStable: IsStable | null): Matching {
  if (isStable === null) return { by: 'overlap', pairs: pairByOverlap(crossing) }
  const after = new Set(crossing.columns)
  const kept = crossing.rows.filter((id) => isStable(id) && after.has(id))
  const pairs = kept.map((id) => [id, id] as const)
  const isNew = (id: string) => !isStable(id)
  return { by: 'stable_ids', pairs: [...pairs, ...pairByOverlap(crossingOf(crossing, isNew))] }
}

/** The part of a crossing that is about some clusters. */
function crossingOf(
  { rows, columns, counts }: Crossing,
  isMeant: (id: string) => boolean,
): Crossing {
  return {
    rows: rows.filter(isMeant),
    columns: columns.filter(isMeant),
    counts: counts
      .filter((_, r) => isMeant(rows[r] ?? ''))
      .map((row) => row.filter((_, c) => isMeant(columns[c] ?? ''))),
  }
}

function idsOf(clusters: readonly string[]): readonly string[] {
  return [...new Set(clusters)].toSorted(compareClusters)
}

function alongDiagonal(
  { rows, columns }: Pick<Crossing, 'rows' | 'columns'>,
  { pairs }: Matching,
): readonly string[] {
  const matched = new Map(pairs)
  const first = rows.flatMap((row) => matched.get(row) ?? [])
  return [...first, ...columns.filter((column) => !first.includes(column))]
}

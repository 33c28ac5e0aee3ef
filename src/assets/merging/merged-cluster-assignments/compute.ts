import { compareText } from '../../../table/compare-text'
import { rowsOfStores } from '../../rows-of-stores'
import type { FanIn } from '../../spec'
import type { ClusterReassignment } from '../cluster-reassignment/spec'
import type { MergedClusters } from '../merged-clusters/spec'
import type { MergedClusterAssignments } from './spec'

export type Inputs = {
  readonly merged: FanIn<MergedClusters>
  readonly reassigned: FanIn<ClusterReassignment>
}

/** One category with both of its values. */
type Category = {
  readonly name: string
  readonly merged: MergedClusters
  readonly reassigned: ClusterReassignment
}

/**
 * The rows of every category that was merged and rebalanced, sorted by store id, then category
 * (code units).
 */
export function compute({ merged, reassigned }: Inputs): MergedClusterAssignments {
  const categories = pairCategories(merged, reassigned)
  const rows = sortedRows(categories)
  return {
    storeIds: rows.map(({ of, row }) => of.merged.storeIds[row]),
    categories: rows.map(({ of }) => of.name),
    internal: Int32Array.from(rows, ({ of, row }) => of.merged.internal[row]),
    external: Int32Array.from(rows, ({ of, row }) => of.merged.external[row]),
    merged: rows.map(({ of, row }) => of.merged.merged[row]),
    rebalanced: rows.map(({ of, final }) => of.reassigned.rebalanced[final]),
    movedFrom: rows.map(({ of, final }) => of.reassigned.movedFrom[final]),
    distance: Float64Array.from(rows, ({ of, final }) => of.reassigned.distance[final]),
    runnerUp: rows.map(({ of, final }) => of.reassigned.runnerUp[final]),
    runnerUpDistance: Float64Array.from(
      rows,
      ({ of, final }) => of.reassigned.runnerUpDistance[final],
    ),
    internalOutlier: Uint8Array.from(rows, ({ of, row }) => of.merged.internalOutlier[row]),
    externalOutlier: Uint8Array.from(rows, ({ of, row }) => of.merged.externalOutlier[row]),
    separate: categories
      .flatMap(({ name, merged }) =>
        merged.separate.map(({ externalStoreId: _, ...one }) => ({ ...one, category: name })),
      )
      .sort((a, b) => compareText(a.storeId, b.storeId)),
    excluded: categories.flatMap(({ name, reassigned }) =>
      reassigned.excluded.map((one) => ({ ...one, category: name })),
    ),
    perCategory: categories.map(summarise),
  }
}

function pairCategories(
  merged: Inputs['merged'],
  reassigned: Inputs['reassigned'],
): readonly Category[] {
  const mergedByName = new Map(merged.map(({ partition, value }) => [partition, value]))
  return reassigned
    .flatMap(({ partition, value }) => {
      const crossed = mergedByName.get(partition)
      return crossed === undefined ? [] : [{ name: partition, merged: crossed, reassigned: value }]
    })
    .sort((a, b) => compareText(a.name, b.name))
}

/**
 * A row of the file with its rows in both values. Categories are in order already, and the sort is
 * stable.
 */
function sortedRows(categories: readonly Category[]) {
  return categories
    .flatMap((of) => {
      const { storeIds } = of.reassigned
      const crossed = rowsOfStores(storeIds, of.merged.storeIds, 'crossed cluster')
      return storeIds.map((id, final) => ({ of, id, row: crossed[final], final }))
    })
    .sort((a, b) => compareText(a.id, b.id))
}

function summarise({ name, merged, reassigned }: Category) {
  return {
    category: name,
    stores: reassigned.storeIds.length,
    clusters: reassigned.sizesAfter.length,
    moved: reassigned.moves.length,
    excluded: reassigned.excluded.length,
    separate: merged.separate.length,
    onlyInternal: merged.onlyInternal.length,
    onlyExternal: merged.onlyExternal.length,
  }
}

import type { CrosstabProps } from '../../ui/charts/crosstab'
import type { MergeLink } from '../../ui/charts/merge-flow'
import type { CsvContent } from '../save-csv'
import type { FinalStore } from './decidable.model'
import type { FinalCluster, MovedStore } from './rows.model'

export function movedStoresCsv(stores: readonly MovedStore[]): CsvContent {
  return {
    columns: [
      'store_nbr',
      'from',
      'to',
      'd_from',
      'd_to',
      'runner_up',
      'runner_up_distance',
      'margin',
    ],
    rows: stores.map((store) => [
      store.storeId,
      store.from,
      store.to,
      store.before,
      store.after,
      store.runnerUp,
      store.runnerUpDistance,
      store.margin,
    ]),
  }
}

export function finalStoresCsv(stores: readonly FinalStore[]): CsvContent {
  return {
    columns: [
      'store_nbr',
      'cluster',
      'moved_from',
      'distance',
      'runner_up',
      'runner_up_distance',
      'is_locked',
    ],
    rows: stores.map((store) => [
      store.storeId,
      store.cluster,
      store.movedFrom,
      store.distance,
      store.runnerUp,
      store.runnerUpDistance,
      store.isLocked ? 1 : 0,
    ]),
  }
}

export function finalClustersCsv(clusters: readonly FinalCluster[]): CsvContent {
  return {
    columns: [
      'cluster',
      'internal_cluster',
      'internal_name',
      'external_cluster',
      'external_name',
      'before',
      'after',
      'gained',
    ],
    rows: clusters.map((cluster) => [
      cluster.label,
      cluster.internal,
      cluster.internalName,
      cluster.external,
      cluster.externalName,
      cluster.before,
      cluster.after,
      cluster.gained,
    ]),
  }
}

export function linksCsv(links: readonly MergeLink[]): CsvContent {
  return {
    columns: ['from', 'to', 'stores', 'keeps'],
    rows: links.map(({ from, to, stores, keeps }) => [from, to, stores, keeps]),
  }
}

type Crosstab = Pick<CrosstabProps, 'rows' | 'columns' | 'counts'>

/** One row per pair of clusters, also where no store is. */
export function crosstabCsv({ rows, columns, counts }: Crosstab): CsvContent {
  return {
    columns: ['internal_cluster', 'external_cluster', 'stores'],
    rows: rows.flatMap((row, i) =>
      columns.map((column, j) => [row.label, column.label, counts[i * columns.length + j] ?? 0]),
    ),
  }
}

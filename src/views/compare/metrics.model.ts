import type { RunComparison } from '../../runs/compare/compare-runs'
import type { Membership } from '../../runs/compare/membership'
import { formatNumber } from '../../ui/number-format'
import type { FromToHead } from '../../ui/charts/from-to-matrix'
import type { Heads } from './cluster-heads'

type MetricChange = RunComparison['metrics']['all'][number]

export type MetricRow = {
  readonly key: string
  readonly name: string
  readonly before: string
  readonly after: string
  /** `+0.02`, or `same`. */
  readonly change: string
}

const names: Readonly<Record<MetricChange['name'], string>> = {
  clusters: 'Clusters',
  stores: 'Stores clustered',
  outliers: 'Outliers',
  silhouette: 'Silhouette',
  calinski_harabasz: 'Calinski-Harabasz',
  davies_bouldin: 'Davies-Bouldin',
  inertia: 'Inertia',
  adjusted_rand_index: 'Agreement of the two views (ARI)',
  moved_from_small: 'Stores moved from small clusters',
}

const decimals: Readonly<Record<MetricChange['name'], number>> = {
  clusters: 0,
  stores: 0,
  outliers: 0,
  silhouette: 3,
  calinski_harabasz: 1,
  davies_bouldin: 3,
  inertia: 1,
  adjusted_rand_index: 3,
  moved_from_small: 0,
}

/** Figures of the category in both runs; those that differ unless all are asked for. */
export function metricRows(
  { metrics }: Pick<RunComparison, 'metrics'>,
  category: string | null,
  isAll: boolean,
): readonly MetricRow[] {
  return (isAll ? metrics.all : metrics.differing)
    .filter((one) => one.category === 'all' || one.category === category)
    .map((one) => {
      const digits = decimals[one.name]
      return {
        key: `${one.view} ${one.category} ${one.name}`,
        name: `${names[one.name]}, ${one.view}`,
        before: figure(one.before, digits),
        after: figure(one.after, digits),
        change: changeText(one, digits),
      }
    })
}

function figure(value: number | null, digits: number): string {
  return value === null ? 'none' : formatNumber(value, digits)
}

/** A change too small for the digits still is one. */
function changeText({ before, after }: MetricChange, digits: number): string {
  if (before === after) return 'same'
  if (before === null || after === null) return ''
  return signed(after - before, digits)
}

export function signed(change: number, digits: number): string {
  const text = formatNumber(Math.abs(change), digits)
  const isTiny = !/[1-9]/.test(text)
  return `${isTiny ? 'under ' : ''}${change > 0 ? '+' : '\u2212'}${isTiny ? text.replace(/0$/, '1') : text}`
}

export type SizeRow = {
  readonly key: string
  readonly head: FromToHead
  /** Null where the cluster is only in the other run. */
  readonly before: number | null
  readonly after: number | null
  readonly change: string
}

/** Sizes of the clusters in both runs, also stores that the other run has not. */
export function sizeRows({ rows, columns }: Membership, heads: Heads): readonly SizeRow[] {
  const kept = rows.flatMap((row, i): readonly SizeRow[] => {
    const head = heads.rows[i]
    const after = columns.find(({ id }) => id === row.matched)?.size ?? null
    if (head === undefined) return []
    const change = after === null ? 'gone' : sizeChange(after - row.size)
    return [{ key: `was ${row.id}`, head, before: row.size, after, change }]
  })
  const added = columns.flatMap((column, i): readonly SizeRow[] => {
    const head = heads.columns[i]
    if (head === undefined || column.matched !== null) return []
    return [{ key: `is ${column.id}`, head, before: null, after: column.size, change: 'new' }]
  })
  return [...kept, ...added]
}

function sizeChange(change: number): string {
  return change === 0 ? 'same' : signed(change, 0)
}

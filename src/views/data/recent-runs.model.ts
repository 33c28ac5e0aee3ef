import type { RunRecord } from '../../runs/contract'
import { formatAmount, formatWhen } from '../../ui/number-format'

export type RecentRun = {
  readonly id: string
  readonly name: string
  readonly scope: string
  readonly outcome: string
  readonly when: string
}

/** One line for each run, newest first; only what its record proves. */
export function recentRuns(runs: readonly RunRecord[], now: number): readonly RecentRun[] {
  return runs.slice(0, 5).map((run) => ({
    id: run.id,
    name: `Run ${run.seq}`,
    scope: scopeOf(run),
    outcome: outcomeOf(run),
    when: formatWhen(run.startedAt, now),
  }))
}

function scopeOf({ assets, inputs }: RunRecord): string {
  const partitions = new Set(
    assets.flatMap(({ partition }) =>
      partition === null || partition === 'all' ? [] : [partition],
    ),
  )
  if (partitions.size === 0) return formatAmount(inputs.length, 'file')
  return partitions.size <= 2
    ? [...partitions].join(', ')
    : formatAmount(partitions.size, 'category', 'categories')
}

function outcomeOf({ status, assets, errors }: RunRecord): string {
  if (status === 'canceled') return 'Canceled'
  const published = assets.find(
    ({ key, rows }) => key === 'merged_cluster_assignments' && rows !== null,
  )
  if (status === 'failure') return errors[0]?.message ?? 'Failed'
  if (published?.rows === null || published === undefined) return 'Complete'
  return `${formatAmount(published.rows, 'store and category pair')} published`
}

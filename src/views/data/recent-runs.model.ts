import type { RunRecord } from '../../runs/contract'
import type { RunMark } from '../../runs/run-mark'
import type { Marks } from '../../runs/with-mark'
import { formatAmount, formatWhen } from '../../ui/number-format'
import { sentenceCase } from '../../ui/sentence-case'
import { runTitle } from '../run-words'

export type RecentRun = {
  readonly id: string
  readonly name: string
  readonly scope: string
  readonly outcome: string
  readonly when: string
}

/** One line for each run, newest first; only what its record proves. */
export function recentRuns(
  runs: readonly RunRecord[],
  marks: Marks,
  now: number,
): readonly RecentRun[] {
  return runs.slice(0, 5).map((run) => ({
    id: run.id,
    name: runTitle(run, marks.get(run.id)),
    scope: scopeOf(run),
    outcome: outcomeOf(run, marks.get(run.id)),
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

function outcomeOf(run: RunRecord, mark: RunMark | undefined): string {
  const { status, assets, errors } = run
  if (status === 'canceled') return 'Canceled'
  const published = assets.find(
    ({ key, rows }) => key === 'merged_cluster_assignments' && rows !== null,
  )
  if (status === 'failure') return errors[0]?.message ?? 'Failed'
  const stands =
    mark === undefined || mark.standing === 'draft' ? [] : [sentenceCase(mark.standing)]
  const rows = published?.rows ?? null
  if (rows === null) return [...stands, 'Complete'].join(', ')
  return [...stands, `${formatAmount(rows, 'store and category pair')} published`].join(', ')
}

import { useMemo } from 'react'
import type { RunComparison } from '../../runs/compare/compare-runs'
import { DataTable } from '../../ui/data-table'
import type { DataColumn } from '../../ui/data-table-props'
import { Region } from '../../ui/region'
import { sentenceCase } from '../../ui/sentence-case'
import type { RunWords } from '../run-words'
import classes from './compare-view.module.css'
import { type MetricRow, metricRows } from './metrics.model'

export type MetricsRegionProps = {
  readonly comparison: RunComparison
  readonly category: string | null
  readonly words: RunWords
  readonly isAll: boolean
}

/** Figures of both runs; those that are the same on request. */
export function MetricsRegion({ comparison, category, words, isAll }: MetricsRegionProps) {
  const rows = useMemo(() => metricRows(comparison, category, isAll), [comparison, category, isAll])
  const columns = useMemo(() => metricColumns(words), [words])
  return (
    <Region
      divided
      title="Metrics side by side"
      subtitle="Scores are measured in each run's own feature space: a hint, not a contest"
    >
      <div className={classes.figures}>
        <DataTable
          label="Metrics"
          columns={columns}
          rows={rows}
          rowKey={({ key }) => key}
          empty="Every figure is the same"
        />
      </div>
    </Region>
  )
}

function metricColumns({ before, after }: RunWords): readonly DataColumn<MetricRow>[] {
  const figure = (id: string, head: string, value: (row: MetricRow) => string) =>
    ({ id, head, value, align: 'right', sortable: false }) as const
  return [
    { id: 'name', head: 'Metric', value: ({ name }) => name, sortable: false },
    { ...figure('before', sentenceCase(before), (row) => row.before), tone: 'ink-3' },
    {
      ...figure('after', sentenceCase(after), (row) => row.after),
      cell: (row) => <b>{row.after}</b>,
    },
    figure('change', 'Change', ({ change }) => change),
  ]
}

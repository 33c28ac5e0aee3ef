import { useMemo } from 'react'
import type { FilteredFeatures } from '../../assets/feature-engineering/filtered-features/spec'
import { useAsset } from '../../state/hooks'
import { DataTable } from '../../ui/data-table'
import type { DataColumn } from '../../ui/data-table-props'
import { InlineBar } from '../../ui/inline-bar'
import { formatCount, formatNumber, formatPercent } from '../../ui/number-format'
import classes from './asset-details.module.css'
import {
  barShare,
  type RankedFeature,
  type Selection,
  selectionWords,
  type ToldRow,
  toldRows,
} from './selection-report.model'
import type { ValuePanelProps } from './value-preview'

/** How features were selected by the internal clusters, where they were; else nothing. */
export function SelectionReport({ spec, partition }: ValuePanelProps) {
  const { value } = useAsset<FilteredFeatures>(spec, partition)
  return value === null || value.selection === null ? null : <Report selection={value.selection} />
}

function Report({ selection }: { readonly selection: Selection }) {
  const { title, detail } = selectionWords(selection)
  const told = useMemo(() => toldRows(selection), [selection])
  const rankColumns = useMemo(() => featureColumns(selection), [selection])
  const toldColumns = useMemo(() => clusterColumns(selection), [selection])
  return (
    <section aria-label="Feature selection" className={classes.tab}>
      <h3>{title}</h3>
      <p className={classes.why}>{detail}</p>
      {selection.ranking.length === 0 ? null : (
        <>
          <DataTable
            label="Importance of features"
            columns={rankColumns}
            rows={selection.ranking}
            rowKey={({ name }) => name}
            rowTone={({ isKept }) => (isKept ? undefined : 'quiet')}
            height={320}
          />
          <h3>Stores by their cluster and the one told</h3>
          <DataTable
            label="Clusters told"
            columns={toldColumns}
            rows={told}
            rowKey={({ cluster }) => String(cluster)}
          />
        </>
      )}
    </section>
  )
}

function featureColumns(selection: Selection): readonly DataColumn<RankedFeature>[] {
  return [
    { id: 'name', head: 'Feature', value: ({ name }) => name },
    {
      id: 'bar',
      head: 'Bar',
      quietHead: true,
      sortable: false,
      width: 48,
      value: ({ importance }) => importance,
      cell: ({ importance }) => (
        <InlineBar share={barShare(selection, importance)} width={40} track />
      ),
    },
    {
      id: 'importance',
      head: 'Importance',
      align: 'right',
      descFirst: true,
      hint: 'Share of the votes for the right cluster that is lost once the values of the feature are shuffled: mean over the folds, ± their standard deviation.',
      value: ({ importance }) => importance,
      cell: ({ importance, sd }) => `${formatNumber(importance, 3)} ± ${formatNumber(sd, 3)}`,
    },
    { id: 'kept', head: 'Kept', value: keptWords },
    {
      id: 'share',
      head: 'Sum',
      align: 'right',
      hint: 'Share of all importance that this feature and those before it hold.',
      value: ({ cumulativeShare }) => cumulativeShare,
      cell: ({ cumulativeShare }) => formatPercent(cumulativeShare),
    },
  ]
}

function keptWords({ isKept, isNamed }: RankedFeature): string {
  if (isNamed) return 'yes, by name'
  return isKept ? 'yes' : 'no'
}

function clusterColumns({ clusterIds }: Selection): readonly DataColumn<ToldRow>[] {
  return [
    { id: 'cluster', head: 'Cluster', value: ({ cluster }) => cluster, mono: true },
    ...Array.from(clusterIds, (id, c): DataColumn<ToldRow> => ({
      id: `told ${id}`,
      head: `Told ${id}`,
      align: 'right',
      value: ({ told }) => told[c] ?? 0,
      cell: ({ told, cluster }) =>
        cluster === id ? <strong>{formatCount(told[c] ?? 0)}</strong> : formatCount(told[c] ?? 0),
    })),
    {
      id: 'right',
      head: 'Right',
      align: 'right',
      hint: 'Share of the stores of the cluster that are told right.',
      value: ({ right }) => right,
      cell: ({ right }) => formatPercent(right),
    },
  ]
}

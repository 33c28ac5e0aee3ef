import { useState } from 'react'
import { useApp } from '../../state/hooks'
import type { DataColumn } from '../../ui/data-table-props'
import { DataTable } from '../../ui/data-table'
import { formatNumber } from '../../ui/number-format'
import { ClusterToken } from '../../ui/token'
import classes from './ids-line.module.css'
import { type Lineage, lineageSentence, originOf } from './lineage.model'
import type { ModelView } from './use-scene'

export type IdsLineProps = {
  readonly model: ModelView
  /** Both views are told of: the sentence says which one it is about. */
  readonly isOneOfTwo: boolean
}

/** What became of the cluster ids of the baseline; nothing where none was carried. */
export function IdsLine({ model, isOneOfTwo }: IdsLineProps) {
  const { branch, made } = model
  const [isOpen, setOpen] = useState(false)
  const seq = useApp(
    ({ runs }) =>
      runs.find(({ assets }) => made !== null && assets.includes(made))?.baseline?.seq ?? null,
  )
  const lineage = model.lineage ?? []
  if (lineage.length === 0) return null
  const ids = isOneOfTwo ? `${branch === 'internal' ? 'Internal' : 'External'} ids` : 'Ids'
  const run = seq === null ? 'the baseline' : `run ${seq}`
  return (
    <div className={classes.ids}>
      <p className={classes.line}>
        {ids} carried from {run}: {lineageSentence(lineage)}.
        <button
          type="button"
          className={classes.more}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? 'Hide lineage' : 'Show lineage'}
        </button>
      </p>
      {isOpen ? <LineageTable branch={branch} lineage={lineage} /> : null}
    </div>
  )
}

type LineageTableProps = Pick<ModelView, 'branch'> & { readonly lineage: Lineage }

function LineageTable({ branch, lineage }: LineageTableProps) {
  return (
    <DataTable
      label={`Lineage of the ${branch} clusters`}
      columns={columnsFor(branch)}
      rows={lineage}
      rowKey={({ cluster, state }) => `${cluster} ${state}`}
    />
  )
}

type Line = Lineage[number]

function columnsFor(branch: ModelView['branch']): readonly DataColumn<Line>[] {
  return [
    {
      id: 'cluster',
      head: 'Cluster',
      width: 72,
      value: ({ cluster }) => cluster,
      cell: ({ cluster }) => (
        <ClusterToken kind={branch} label={String(cluster)} colorIndex={cluster - 1} />
      ),
    },
    { id: 'state', head: 'Id', width: 72, value: ({ state }) => state },
    { id: 'origin', head: 'Split or merged', value: originOf },
    {
      id: 'overlap',
      head: 'Same stores',
      align: 'right',
      width: 96,
      hint: 'Jaccard index: stores that both have, over the stores that either has.',
      value: ({ jaccard }) => jaccard,
      cell: ({ jaccard }) => (jaccard === null ? '' : formatNumber(jaccard)),
    },
    {
      id: 'relatives',
      head: 'Shares stores with',
      tone: 'ink-2',
      sortable: false,
      value: ({ relatives }) =>
        relatives.map(({ cluster, nStores }) => `${cluster}: ${nStores}`).join(', '),
    },
  ]
}

import { useMemo, useState } from 'react'
import type { IdMatching } from '../../table/match-ids'
import { DataTable } from '../../ui/data-table'
import type { DataColumn } from '../../ui/data-table-props'
import { DownloadButton } from '../../ui/download-button'
import { SearchInput } from '../../ui/search-input'
import { Segments } from '../../ui/segments'
import { saveCsv } from '../save-csv'
import {
  type IdLine,
  type IdList as OneList,
  listCsv,
  listFileName,
  type ListKind,
  listLines,
  listsOf,
  type Sides,
} from './join-report.model'
import classes from './join-report.module.css'

export type IdListProps = {
  readonly sides: Sides
  readonly matching: IdMatching
  /** Names the list apart from others on the screen: `Stores`. */
  readonly label: string
}

/** The lists of a join, one at a time: to search, and to hand over. */
export function IdList({ sides, matching, label }: IdListProps) {
  const [kind, setKind] = useState<ListKind | null>(null)
  const [search, setSearch] = useState('')
  const lists = listsOf(sides, matching)
  const shown = shownKind(lists, kind)
  const name = `${label}: ${lists.find((each) => each.kind === shown)?.label ?? ''}`
  return (
    <div className={classes.list}>
      <div className={classes.tools}>
        <Segments
          label={`${label}, list`}
          value={shown}
          options={lists.map((each) => ({ value: each.kind, label: each.label }))}
          onChange={setKind}
        />
        <SearchInput
          label={`Find in ${label.toLowerCase()}`}
          value={search}
          onChange={setSearch}
          width={124}
        />
        <DownloadButton
          size="xs"
          label={`Download ${name}`}
          onClick={() => saveCsv(listFileName(sides, shown), listCsv(sides, matching, shown))}
        >
          Download
        </DownloadButton>
      </div>
      <ListTable sides={sides} matching={matching} kind={shown} search={search} name={name} />
    </div>
  )
}

type ListTableProps = Pick<IdListProps, 'sides' | 'matching'> & {
  readonly kind: ListKind
  readonly search: string
  readonly name: string
}

function ListTable({ sides, matching, kind, search, name }: ListTableProps) {
  const lines = useMemo(() => listLines(matching, kind, search), [matching, kind, search])
  const columns = useMemo(() => columnsOf(sides, kind), [sides, kind])
  return (
    <DataTable
      label={name}
      columns={columns}
      rows={lines}
      rowKey={({ key }) => key}
      height={300}
      empty={search === '' ? 'None.' : 'No id matches.'}
    />
  )
}

/** The chosen list while there is one; what is in one side only is looked for first. */
function shownKind(lists: readonly OneList[], chosen: ListKind | null): ListKind {
  const isThere = lists.some(({ kind }) => kind === chosen)
  if (chosen !== null && isThere) return chosen
  return lists.find(({ kind, n }) => kind !== 'both' && n > 0)?.kind ?? 'both'
}

function columnsOf({ left, right }: Sides, kind: ListKind): readonly DataColumn<IdLine>[] {
  const ofLeft: DataColumn<IdLine> = { id: 'left', head: left, value: (l) => l.left, mono: true }
  const ofRight: DataColumn<IdLine> = {
    id: 'right',
    head: right,
    value: (line) => line.right,
    mono: true,
  }
  if (kind === 'left') return [ofLeft]
  if (kind === 'right') return [ofRight]
  return [
    ofLeft,
    ofRight,
    { id: 'note', head: 'Matched', value: ({ note }) => note, tone: 'ink-2' },
  ]
}

import { useMemo, useState } from 'react'
import { categoryOf } from '../../state/category-of'
import { DataTable } from '../../ui/data-table'
import { SearchInput } from '../../ui/search-input'
import { Segments } from '../../ui/segments'
import { expectationOf, figuresOf, foundSentence } from '../check-words'
import type { AssetTile } from './asset-tile.model'
import { checkColumns } from './check-columns'
import {
  type CheckFilter,
  type CheckRow,
  checkRows,
  checksSentence,
  countChecks,
  filterChecks,
  nextStepOf,
} from './checks-board.model'
import classes from './log-board.module.css'

export type ChecksBoardProps = {
  readonly tiles: readonly AssetTile[]
  readonly onSelect: (key: string) => void
}

/** Every check of the run that is shown, what failed first, with the next step. */
export function ChecksBoard({ tiles, onSelect }: ChecksBoardProps) {
  const rows = useMemo(() => checkRows(tiles), [tiles])
  const counts = countChecks(rows)
  const [filter, setFilter] = useState<CheckFilter>('all')
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<CheckRow | null>(null)
  const shown = useMemo(() => filterChecks(rows, filter, text), [rows, filter, text])
  const columns = useMemo(() => checkColumns(onSelect), [onSelect])
  return (
    <section className={classes.board} aria-label="Checks of the run">
      <div className={classes.bar}>
        <Segments
          label="Outcome"
          value={filter}
          options={[
            { value: 'all', label: `All ${counts.all}` },
            { value: 'failed', label: `Failed ${counts.failed}` },
            { value: 'warns', label: `Warn ${counts.warns}` },
            { value: 'passed', label: `Passed ${counts.passed}` },
          ]}
          onChange={setFilter}
        />
        <SearchInput label="Search checks" value={text} onChange={setText} />
        <span className={classes.found} aria-live="polite">
          {checksSentence(counts)}
        </span>
      </div>
      <DataTable
        label="Checks"
        columns={columns}
        rows={shown}
        rowKey={({ id }) => id}
        height="fill"
        selectedKeys={new Set(chosen === null ? [] : [chosen.id])}
        onRowClick={setChosen}
        empty={counts.all === 0 ? 'No check has run yet.' : 'No check matches.'}
      />
      {chosen !== null && <WholeCheck row={chosen} />}
    </section>
  )
}

/** The check that was pressed, with all of its figures. */
function WholeCheck({ row: { asset, partition, check } }: { readonly row: CheckRow }) {
  const category = categoryOf(partition)
  return (
    <p className={classes.whole} aria-live="polite">
      <b>
        {asset}
        {category === null ? '' : `, ${category}`}, {check.name}
      </b>{' '}
      {expectationOf(check)} {foundSentence(figuresOf(check, everyFigure))} {nextStepOf(check)}
    </p>
  )
}

const everyFigure = 40

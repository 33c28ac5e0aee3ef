import { useMemo, useState } from 'react'
import type { LogLevel } from '../../assets/spec'
import type { RunRecord } from '../../runs/contract'
import { useApp } from '../../state/hooks'
import { categoryOf } from '../../state/category-of'
import { selectShownRun } from '../../state/selectors'
import { NativeSelect } from '../../ui/controls'
import { DataTable } from '../../ui/data-table'
import { DownloadButton } from '../../ui/download-button'
import { Notice } from '../../ui/notice'
import { formatAmount } from '../../ui/number-format'
import { saveFile } from '../../ui/save-file'
import { SearchInput } from '../../ui/search-input'
import type { AssetTile } from './asset-tile.model'
import classes from './log-board.module.css'
import { logColumns } from './log-columns'
import {
  countLevels,
  everyLine,
  levels,
  type LogRow,
  rowsOfLog,
  textOfLog,
  timeText,
} from './log.model'
import { titleOf } from './tile-name'
import { useRunLog } from './use-run-log'

export type LogBoardProps = {
  readonly tiles: readonly AssetTile[]
  readonly onSelect: (key: string) => void
}

/** Every line of the run that is shown, or of the one under way as it is told. */
export function LogBoard({ tiles, onSelect }: LogBoardProps) {
  const run = useApp(selectShownRun)
  const liveId = useApp((state) => state.live?.id ?? null)
  const read = useRunLog(liveId ?? run?.id ?? null)
  const [filter, setFilter] = useState(everyLine)
  const [line, setLine] = useState<LogRow | null>(null)
  const log = read.status === 'success' ? read.log : noLines
  const names = useMemo(() => new Map(tiles.map((tile) => [tile.key, titleOf(tile)])), [tiles])
  const rows = useMemo(
    () => rowsOfLog(log, filter, (key) => names.get(key) ?? key),
    [log, filter, names],
  )
  const columns = useMemo(() => logColumns(onSelect), [onSelect])
  const counts = countLevels(log)
  return (
    <section className={classes.board} aria-label="Log of the run">
      <div className={classes.bar}>
        <SearchInput
          label="Search the log"
          value={filter.text}
          onChange={(text) => setFilter({ ...filter, text })}
        />
        <NativeSelect
          size="xs"
          aria-label="Level"
          value={filter.from}
          data={levels.map((level) => ({
            value: level,
            label: `${level} and above, ${countFrom(level, counts)}`,
          }))}
          onChange={(event) => {
            const { value } = event.currentTarget
            setFilter({ ...filter, from: levels.find((level) => level === value) ?? 'debug' })
          }}
        />
        <NativeSelect
          size="xs"
          aria-label="Asset"
          value={filter.key ?? ''}
          data={[
            { value: '', label: 'Every asset' },
            ...tiles.map((tile) => ({ value: tile.key, label: titleOf(tile) })),
          ]}
          onChange={(event) => setFilter({ ...filter, key: event.currentTarget.value || null })}
        />
        <span className={classes.found} aria-live={liveId === null ? 'polite' : 'off'}>
          {foundText(rows.length, log.length)}
        </span>
        <DownloadButton
          size="xs"
          disabled={log.length === 0}
          onClick={() => saveFile(fileName(liveId, run), new Blob([textOfLog(log)]))}
        >
          Download log
        </DownloadButton>
      </div>
      {read.status === 'failure' ? (
        <Notice tone="fail" title={read.failure.message} where={read.failure.path}>
          {read.failure.hint}
        </Notice>
      ) : (
        <>
          <DataTable
            label="Log"
            columns={columns}
            rows={rows}
            rowKey={({ index }) => String(index)}
            height="fill"
            empty={emptyText(read.status === 'loading', log.length)}
            selectedKeys={new Set([String(line?.index)])}
            onRowClick={setLine}
          />
          {line !== null && <WholeLine line={line} />}
        </>
      )}
    </section>
  )
}

const noLines: readonly never[] = []

/** The line that was pressed, without being cut. */
function WholeLine({ line }: { readonly line: LogRow }) {
  const category = categoryOf(line.partition)
  return (
    <p className={classes.whole} aria-live="polite">
      <b>
        {timeText(line.at)} {line.asset}
        {category === null ? '' : `, ${category}`}
      </b>{' '}
      {line.message}
    </p>
  )
}

function countFrom(from: LogLevel, counts: ReadonlyMap<LogLevel, number>): number {
  return levels
    .slice(levels.indexOf(from))
    .reduce((sum, level) => sum + (counts.get(level) ?? 0), 0)
}

function foundText(nShown: number, nAll: number): string {
  if (nAll === 0) return ''
  const all = formatAmount(nAll, 'line')
  return nShown === nAll ? all : `${nShown} of ${all}`
}

function emptyText(isLoading: boolean, nAll: number): string {
  if (isLoading) return 'Reading the log.'
  return nAll === 0 ? 'No line was kept of this run.' : 'No line matches.'
}

function fileName(liveId: string | null, run: RunRecord | null): string {
  return liveId !== null || run === null ? 'run_log.txt' : `run_${run.seq}_log.txt`
}

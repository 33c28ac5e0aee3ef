import { useMemo, useState } from 'react'
import { IconAlertTriangle } from '@tabler/icons-react'
import { Button } from '../../ui/controls'
import { DataTable } from '../../ui/data-table'
import type { DataColumn } from '../../ui/data-table-props'
import { DownloadButton } from '../../ui/download-button'
import { formatCount } from '../../ui/number-format'
import { Region } from '../../ui/region'
import { Segments } from '../../ui/segments'
import { StatusGlyph } from '../../ui/status-glyph'
import { saveCsv } from '../save-csv'
import type { DeskTarget } from './desk-place'
import { type QualityItem, qualityCsv, qualityTitle, toneWords } from './quality.model'
import classes from './quality-board.module.css'

export type QualityBoardProps = {
  /** Accessible name of the table. */
  readonly label: string
  /** Counted from the findings unless said. */
  readonly title?: string
  readonly subtitle: string
  readonly items: readonly QualityItem[]
  readonly onGo: (target: DeskTarget) => void
}

/** Findings at one glance: what asks for a person, or all that was looked at. */
export function QualityBoard(props: QualityBoardProps) {
  const { label, title, subtitle, items, onGo } = props
  const open = items.filter(({ tone }) => tone !== 'ok')
  const [asked, setAsked] = useState<'open' | 'all'>('open')
  const columns = useMemo(() => columnsWith(onGo), [onGo])
  return (
    <Region
      divided
      label={label}
      title={title ?? qualityTitle(items)}
      subtitle={subtitle}
      actions={
        <>
          {open.length < items.length && (
            <Segments
              label={`${label}, shown`}
              value={asked}
              options={[
                { value: 'open', label: `To look at (${formatCount(open.length)})` },
                { value: 'all', label: `All (${formatCount(items.length)})` },
              ]}
              onChange={setAsked}
            />
          )}
          <DownloadButton
            size="xs"
            label={`Download ${label.toLowerCase()}`}
            onClick={() => saveCsv(['quality', label], qualityCsv(items))}
          >
            Download
          </DownloadButton>
        </>
      }
    >
      <div className={classes.board}>
        <DataTable
          label={label}
          columns={columns}
          rows={asked === 'open' ? open : items}
          rowKey={({ key }) => key}
          empty="Nothing to look at."
        />
      </div>
    </Region>
  )
}

function columnsWith(onGo: QualityBoardProps['onGo']): readonly DataColumn<QualityItem>[] {
  return [
    {
      id: 'tone',
      head: 'Severity',
      quietHead: true,
      width: 28,
      value: ({ tone }) => tone,
      cell: ({ tone }) => <Sign tone={tone} />,
    },
    {
      id: 'what',
      head: 'Finding',
      value: ({ what }) => what,
      cell: ({ what, finding }) => (
        <span className={classes.finding}>
          <b>{what}</b> {finding}
        </span>
      ),
    },
    {
      id: 'where',
      head: 'Where',
      value: ({ where }) => where,
      cell: ({ where }) => (
        <span className={classes.where} title={where}>
          {where}
        </span>
      ),
    },
    {
      id: 'next',
      head: 'Next',
      sortable: false,
      value: () => null,
      cell: ({ next, what, where }) =>
        next === null ? null : (
          <Button
            size="xs"
            variant="subtle"
            aria-label={`${next.label}: ${what}, ${where}`}
            onClick={() => onGo(next.target)}
          >
            {next.label}
          </Button>
        ),
    },
  ]
}

function Sign({ tone }: Pick<QualityItem, 'tone'>) {
  return (
    <span className={classes.sign} title={toneWords[tone]}>
      {tone === 'warn' ? (
        <IconAlertTriangle size={16} stroke={1.5} color="var(--warn-mark)" aria-hidden />
      ) : (
        <StatusGlyph status={tone === 'ok' ? 'fresh' : 'failed'} />
      )}
      <span className="visually-hidden">{toneWords[tone]}</span>
    </span>
  )
}

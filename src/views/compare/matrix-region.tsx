import { type ReactNode, useMemo, useState } from 'react'
import type { Membership } from '../../runs/compare/membership'
import { FromToMatrix } from '../../ui/charts/from-to-matrix'
import { MergeFlow, type MergeLink } from '../../ui/charts/merge-flow'
import { DownloadButton } from '../../ui/download-button'
import { formatAmount } from '../../ui/number-format'
import { Region } from '../../ui/region'
import { Segments } from '../../ui/segments'
import { sentenceCase } from '../../ui/sentence-case'
import type { RunWords } from '../run-words'
import { saveCsv } from '../save-csv'
import { headName, type Heads } from './cluster-heads'
import classes from './compare-view.module.css'
import { flowOf } from './flow.model'
import { MoveTable } from './move-table'
import { isTooLargeToDraw, lossTitle, moveLinks, staysOf } from './movement'

export type MatrixRegionProps = {
  readonly membership: Membership
  readonly heads: Heads
  readonly words: RunWords
  /** What chooses the branch: it stands beside what chooses the picture. */
  readonly branch: ReactNode
}

type Shape = 'matrix' | 'flow' | 'table'

const shapes: readonly { readonly value: Shape; readonly label: string }[] = [
  { value: 'matrix', label: 'Matrix' },
  { value: 'flow', label: 'Flow' },
  { value: 'table', label: 'Table' },
]

/** Who went where, as a matrix, as ribbons, or as a table where there are too many clusters. */
export function MatrixRegion({ membership, heads, words, branch }: MatrixRegionProps) {
  const [chosen, setShape] = useState<Shape>('matrix')
  const isLarge = isTooLargeToDraw(membership)
  const shape = isLarge ? 'table' : chosen
  const save = () =>
    saveCsv(['from_to', membership.view, membership.category], matrixCsv(membership, heads))
  return (
    <>
      <div className={classes.tools}>
        {branch}
        {isLarge ? null : (
          <Segments label="Moves as" value={shape} options={shapes} onChange={setShape} />
        )}
        <DownloadButton size="xs" label="Download the from-to matrix as CSV" onClick={save}>
          CSV
        </DownloadButton>
      </div>
      <Region title={lossTitle(membership, heads)} subtitle={subtitleOf(membership, words)}>
        <Shaped shape={shape} membership={membership} heads={heads} words={words} />
      </Region>
    </>
  )
}

type ShapedProps = Omit<MatrixRegionProps, 'branch'> & { readonly shape: Shape }

function Shaped({ shape, membership, heads, words }: ShapedProps) {
  const links = useMemo(() => moveLinks(membership), [membership])
  const flow = useMemo(() => flowOf(membership, heads), [membership, heads])
  if (shape === 'table' || (shape === 'flow' && links.length === 0))
    return <MoveTable links={links} heads={heads} words={words} />
  if (shape === 'flow')
    return (
      <MergeFlow
        label={`Stores that moved from ${words.before} to ${words.after}`}
        links={flow.links}
        clusters={flow.clusters}
        words={{
          from: `From its cluster in ${words.before}`,
          to: `In ${words.after}: stayed, and came`,
          ribbon: ({ from, to, stores }: MergeLink) =>
            `${formatAmount(stores, 'store')} from ${flow.nameOf(from)} to ${flow.nameOf(to)}`,
        }}
      />
    )
  return (
    <FromToMatrix
      label={`${words.before} to ${words.after}`}
      from={runHead(words.before)}
      to={runHead(words.after)}
      rows={heads.rows}
      columns={heads.columns}
      counts={membership.counts}
      stays={staysOf(membership)}
    />
  )
}

/** `Run 13`, of `run 13, baseline`. */
function runHead(words: string): string {
  const [run = ''] = words.split(',')
  return sentenceCase(run)
}

function subtitleOf({ matching }: Membership, words: RunWords): string {
  const carried = matching.by === 'stable_ids' ? 'ids carried on' : 'clusters matched by overlap'
  return `${runHead(words.before)} in rows, ${words.after} in columns; ${carried}`
}

/** One row per pair of clusters, also where no store is. */
function matrixCsv({ counts }: Membership, { rows, columns }: Heads) {
  return {
    columns: ['from', 'from_name', 'to', 'to_name', 'stores'],
    rows: rows.flatMap((row, i) =>
      columns.map((column, j) => [
        row.id,
        headName(row),
        column.id,
        headName(column),
        counts[i]?.[j] ?? 0,
      ]),
    ),
  }
}

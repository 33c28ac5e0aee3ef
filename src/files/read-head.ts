import type { Dialect } from './dialect'
import { createCellSplitter } from './split-cells'
import { createRecordSplitter, type RecordBlock } from './split-records'

export type Head = {
  readonly text: string
  /** The head is the whole file, so its last record is complete. */
  readonly isWhole: boolean
}

/** The head of a file read by one dialect: `lines[i]` is the line on which `rows[i]` starts. */
export type HeadRows = {
  readonly dialect: Dialect
  readonly rows: readonly (readonly string[])[]
  readonly lines: readonly number[]
  /** The number of cells in a row of the table. */
  readonly width: number
}

export type HeadDialect = {
  readonly dialect: Dialect
  readonly skipLines: number
  /** Cells in a row, by which damaged quotes are repaired; 0 where it is not known yet. */
  readonly width: number
}

export function readHead(head: Head, options: HeadDialect): HeadRows {
  const records = createRecordSplitter(options)
  const toRows = createRowReader(options.dialect)
  const block = records.push(head.text)
  const blocks = head.isWhole ? [block, records.end()] : [block]
  const rows = blocks.flatMap(toRows)
  return {
    dialect: options.dialect,
    rows,
    lines: blocks.flatMap(({ lines }) => lines),
    width: commonWidth(rows),
  }
}

/** Cells of a block of records, repaired ones among them. */
export function createRowReader(dialect: Dialect): (block: RecordBlock) => string[][] {
  const splitCells = createCellSplitter(dialect)
  return ({ text, repaired }) => {
    const rows = splitCells(text)
    for (const [index, cells] of repaired) rows[index] = [...cells]
    return rows
  }
}

/**
 * The number of cells in a row of the table: the most common one, of two the larger; or that of an
 * earlier block of rows which is not much smaller, where two tables stand in one file.
 */
export function commonWidth(rows: readonly (readonly string[])[]): number {
  const runs = new Map<number, { n: number; first: number; longest: number; run: number }>()
  for (let i = 0; i < rows.length; i++) {
    const { length } = rows[i]
    const seen = runs.get(length)
    if (seen === undefined) {
      runs.set(length, { n: 1, first: i, longest: 1, run: 1 })
      continue
    }
    seen.n++
    seen.run = rows[i - 1].length === length ? seen.run + 1 : 1
    seen.longest = Math.max(seen.longest, seen.run)
  }
  const ranked = [...runs].sort((a, b) => b[1].n - a[1].n || b[0] - a[0])
  if (ranked.length === 0) return 1
  const most = ranked[0][1].n
  const blocks = ranked.filter(
    ([width, { n, longest }]) => width > 1 && n >= minBlock && 2 * n >= most && longest >= 0.9 * n,
  )
  const first = blocks.sort((a, b) => a[1].first - b[1].first)[0]
  return first?.[0] ?? ranked[0][0]
}

const minBlock = 3

import { commonWidth, type HeadRows } from './read-head'
import { countHeaderRows, countPreambleLines, hasHeaderRow } from './sniff-header'
import type { ReadOptions, ReadOverrides } from './source-profile'
import type { TableRow } from './table-row'

/** Where the table is among rows of cells. */
export type Layout = Pick<ReadOptions, 'skipLines' | 'hasHeader' | 'headerRows' | 'endLine'>

/** Of a format that names its columns itself: the names come as the first row. */
export const namesFirst: Layout = { skipLines: 0, hasHeader: true, headerRows: 1, endLine: null }

/** The same rules as for text, on the head of a sheet or of a list of arrays. */
export function guessLayout(rows: readonly TableRow[], overrides: ReadOverrides): Layout {
  const head = headOf(rows, overrides.skipLines ?? 0)
  return {
    skipLines: overrides.skipLines ?? countPreambleLines(head),
    hasHeader: overrides.hasHeader ?? hasHeaderRow(head),
    headerRows: overrides.headerRows ?? countHeaderRows(head),
    endLine: overrides.endLine ?? null,
  }
}

function headOf(rows: readonly TableRow[], skipLines: number): HeadRows {
  const kept = rows.filter(({ line }) => line > skipLines)
  const width = commonWidth(kept.map(({ cells }) => cells))
  return {
    dialect: { delimiter: ',', quote: '"' },
    rows: kept.map(({ cells }) => withBlanks(cells, width)),
    lines: kept.map(({ line }) => line),
    width,
  }
}

/** Blank cells at the right edge are stored nowhere; a row of one cell is a title as in a text. */
function withBlanks(cells: readonly string[], width: number): readonly string[] {
  if (cells.length <= width / 2 || cells.length >= width) return cells
  return Array.from({ length: width }, (_, i) => cells[i] ?? '')
}

import type { FoldPlan, SalesFold } from '../table/sales-fold'
import type { Table } from '../table/table'

/** What a file is to the pipeline. */
export const roles = ['sales', 'product_map', 'store_metrics', 'external'] as const
export type Role = (typeof roles)[number]

/** What the roles need columns for; `group` is the need state of a product. */
export const needs = ['store', 'product', 'category', 'value', 'group'] as const
export type Need = (typeof needs)[number]

/** One file behind a role, opened for reading. `columns` names what the role needs. */
export type SourceReader = {
  readonly name: string
  readonly columns: SourceColumns
  /** Rows of data in the file. */
  readonly nRows: number
  /** Bytes of the file, for progress. */
  readonly size: number
  /** Distinct cells of a column: 0 where there is none, at least `count` where it is not exact. */
  readonly distinct: (column: string) => { readonly count: number; readonly isExact: boolean }
  /** The most digits after the decimal point in the value column, from the whole file. */
  readonly valueDecimals: number
  /** Number columns with cells that are no number, in file order; ids and words are not asked. */
  readonly rejected: readonly RejectedCells[]
  /** Typed chunks in file order; ids are text byte for byte. */
  readonly chunks: () => AsyncIterable<SourceChunk>
  /**
   * The fold over the rows where the file allows a faster way than its chunks; the same answer.
   * Absent for the other files, and null where only its bytes show that it is one of them.
   */
  readonly fold?: (plan: FoldPlan, report: Report) => Promise<SalesFold | null>
}

/** `place` of the column from 1; `line` and `text` of the first of `count` cells. */
export type RejectedCells = {
  readonly column: string
  readonly place: number
  readonly count: number
  readonly line: number
  readonly text: string
}

/** How much is done of how much: of anything, or of the bytes of a file. */
export type Report = (done: number, total: number, unit?: 'bytes') => void

/** `firstRow` is the 0-based row of data in the file, the header not counted. */
export type SourceChunk = { readonly table: Table; readonly firstRow: number }

/** Column names per need; `null` where the file has none. Attributes are every other column. */
export type SourceColumns = { readonly [N in Need]: string | null }

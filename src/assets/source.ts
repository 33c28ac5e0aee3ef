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
  /** Rows of data in the file, for progress. */
  readonly nRows: number
  /** The most digits after the decimal point in the value column, from the whole file. */
  readonly valueDecimals: number
  /** Typed chunks in file order; ids are text byte for byte. */
  readonly chunks: () => AsyncIterable<SourceChunk>
}

/** `firstRow` is the 0-based row of data in the file, the header not counted. */
export type SourceChunk = { readonly table: Table; readonly firstRow: number }

/** Column names per need; `null` where the file has none. Attributes are every other column. */
export type SourceColumns = { readonly [N in Need]: string | null }

import type { ColumnProfile } from '../table/column-profile'

/** How bytes become cells: guessed, shown, and changed by hand. Part of the file's data version. */
export type ReadOptions = {
  /** A label that TextDecoder knows: utf-8, utf-16le, windows-1252 ... */
  readonly encoding: string
  readonly delimiter: string
  readonly quote: string
  /** The sign before a quote inside a quoted cell, where it is not the quote itself. */
  readonly escape?: string
  /** Lines before the header row, skipped and reported. */
  readonly skipLines: number
  readonly hasHeader: boolean
  /** Cells that mean missing, compared without case; never applied to ids. */
  readonly nullTokens: readonly string[]
  /** Decimal and group sign of each number column that does not use `.` without groups. */
  readonly numberFormats: readonly {
    readonly column: string
    readonly decimal: '.' | ','
    readonly group: string
  }[]
  /** Columns whose type was chosen by hand. */
  readonly types: readonly { readonly column: string; readonly type: ColumnProfile['type'] }[]
}

/** What one streamed pass over a file tells: enough to show it, guess its role and version it. */
export type SourceProfile = {
  /** SHA-256 of the bytes, hex. */
  readonly digest: string
  readonly size: number
  readonly nRows: number
  readonly options: ReadOptions
  readonly columns: readonly ColumnProfile[]
  /** The first 100 rows as text, before typing; ragged rows as they are. */
  readonly preview: readonly (readonly string[])[]
  /** Everything that was repaired or left out, in words, with counts and the first line number. */
  readonly notes: readonly string[]
}

/** Options that a person or `--set` fixed; the rest is guessed. */
export type ReadOverrides = Partial<ReadOptions>

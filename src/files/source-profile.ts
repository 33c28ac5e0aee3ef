import type { ColumnProfile } from '../table/column-profile'

/** How bytes become cells: guessed, shown, and changed by hand. Part of the file's data version. */
export type ReadOptions = {
  /** By magic number and first signs, never by the file's name. */
  readonly format: FileKind
  /** Packed with gzip: unpacked while it is read. */
  readonly isGzip: boolean
  /** The sheet of a workbook; `null` elsewhere. */
  readonly sheet: string | null
  /** A label that TextDecoder knows: utf-8, utf-16le, windows-1252 ... */
  readonly encoding: string
  readonly delimiter: string
  readonly quote: string
  /** The sign before a quote inside a quoted cell, where it is not the quote itself. */
  readonly escape?: string
  /** Lines before the header row, skipped and reported. */
  readonly skipLines: number
  readonly hasHeader: boolean
  /** Rows of the header, joined to one label a column; 1 for most files, read only with a header. */
  readonly headerRows: number
  /** The line from which nothing belongs to the table: a total, a second table; `null` to the end. */
  readonly endLine: number | null
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

/** `r` is Pearson's over the rows in which both have a cell; 1 for equal texts. */
export type ColumnTwin = { readonly column: string; readonly twin: string; readonly r: number }

export type FileKind = 'text' | 'xlsx' | 'parquet' | 'json' | 'json_lines'

/** What one streamed pass over a file tells: enough to show it, guess its role and version it. */
export type SourceProfile = {
  /** SHA-256 of the bytes, hex. */
  readonly digest: string
  readonly size: number
  readonly nRows: number
  readonly account: RowAccount
  readonly options: ReadOptions
  /** How sure the guess of `options` is, 0 to 1, and what it rests on, for the person who checks it. */
  readonly guess: { readonly confidence: number; readonly reason: string }
  /** The sheets of a workbook in order; empty for other files. */
  readonly sheets: readonly string[]
  readonly columns: readonly ColumnProfile[]
  /**
   * Columns that say what another column before them says: numbers that correlate with it, or the
   * same cells of text. At most one a column, the closest. Not looked for in very large files.
   */
  readonly twins: readonly ColumnTwin[]
  /** All number columns that are features are shares: every row of them adds up to 1 or to 100. */
  readonly isCompositional: boolean
  /** The first 100 rows as text, before typing; ragged rows as they are. */
  readonly preview: readonly (readonly string[])[]
  /** Everything that was repaired or left out, in words, with counts and the first line number. */
  readonly notes: readonly string[]
}

/**
 * Where every row of the file went: the other counts add up to `nRecords`. Blank lines are no rows.
 */
export type RowAccount = {
  readonly nRecords: number
  /** Above the table: a title, comments, `sep=`. */
  readonly nAbove: number
  readonly nHeader: number
  /** The header once more, further down. */
  readonly nRepeatedHeader: number
  readonly nData: number
  /** Below the table: a total, a second table. */
  readonly nBelow: number
}

/**
 * Options that a person or `--set` fixed; the rest is guessed. `decimal` and `group` hold for every
 * number column that `numberFormats` does not name; what they come to is in the profile's options.
 */
export type ReadOverrides = Partial<ReadOptions> & {
  readonly decimal?: '.' | ','
  /** `,` `.` `'` or a space; empty for numbers without groups. */
  readonly group?: string
}

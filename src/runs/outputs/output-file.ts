/** One cell of a published file; `null` and NaN are written empty, booleans as true and false. */
export type Cell = string | number | boolean | null

export type TableFile = {
  readonly kind: 'table'
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

export type TextFile = { readonly kind: 'text'; readonly name: string; readonly text: string }

/** A file of a run before it has bytes: a table for a CSV writer, or text as it is. */
export type OutputFile = TableFile | TextFile

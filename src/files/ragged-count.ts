/** Rows that are shorter or longer than the table: how many, and the first of them. */
export type RaggedCount = {
  readonly add: (line: number, nCells: number) => void
  readonly read: () => RaggedRows | null
}

export type RaggedRows = { readonly n: number; readonly line: number; readonly nCells: number }

export function createRaggedCount(): RaggedCount {
  let rows: RaggedRows | null = null
  return {
    add: (line, nCells) => {
      rows = rows === null ? { n: 1, line, nCells } : { ...rows, n: rows.n + 1 }
    },
    read: () => rows,
  }
}

import type { LevelColumn, Table } from './table'
import { hashText, mixHash } from './text-hash'

/** Finds columns of words with the same cells in every row, from chunks in order. Flat memory. */
export type EqualCells = {
  readonly add: (table: Table) => void
  /** The first column before that a column is equal to, by name; in file order. */
  readonly read: () => readonly { readonly column: string; readonly twin: string }[]
}

type Running = { a: number; b: number }

/** Two hashes of 32 bits a column: columns that differ in any cell differ in them but for chance. */
export function createEqualCells(names: readonly string[]): EqualCells {
  const wanted = new Set(names)
  const running = new Map<string, Running>(names.map((name) => [name, { a: 1, b: 2 }]))
  return {
    add: ({ columns }) => {
      for (const column of columns) {
        const state = wanted.has(column.name) ? running.get(column.name) : undefined
        if (state !== undefined && column.type !== 'number') addCells(state, column)
      }
    },
    read: () => {
      const firstOf = new Map<string, string>()
      return [...running].flatMap(([column, { a, b }]) => {
        const key = `${a} ${b}`
        const twin = firstOf.get(key)
        if (twin === undefined) firstOf.set(key, column)
        return twin === undefined ? [] : [{ column, twin }]
      })
    },
  }
}

function addCells(state: Running, { codes, levels }: LevelColumn): void {
  const a = levels.map((level) => hashText(level, 0x811c9dc5))
  const b = levels.map((level) => hashText(level, 0x9e3779b9))
  for (const code of codes) {
    state.a = mixHash(state.a, code === -1 ? 0 : a[code])
    state.b = mixHash(state.b, code === -1 ? 0 : b[code])
  }
}

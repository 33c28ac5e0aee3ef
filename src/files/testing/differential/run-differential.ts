import { compareTable } from './compare-table'
import type { DuckDbReader, WrittenTable } from './duck-db-reader'
import { makeTable } from './made-table'
import { writePlainly } from './write-plainly'

export type Difference = { readonly number: number; readonly detail: string; readonly text: string }

/** The tables of so many numbers, written, read by both and compared. */
export async function runDifferential(
  duckDb: DuckDbReader,
  numbers: readonly number[],
): Promise<readonly Difference[]> {
  const tables = numbers.map((number): WrittenTable => {
    const table = makeTable(number)
    return { table, text: writePlainly(table, number) }
  })
  const others = await duckDb.read(tables)
  const differences: Difference[] = []
  for (const [i, written] of tables.entries()) {
    const detail = await compareTable(written, others[i])
    if (detail !== null) differences.push({ number: numbers[i], detail, text: written.text })
  }
  return differences
}

import type { FileBytes } from '../file-bytes'
import type { TablePiece, TableRow } from '../table-row'
import { readRecords, type JsonRecord, type JsonSource } from './json-records'
import type { JsonCell } from './parse-json-row'
import type { JsonPlan } from './plan-json'

/** The rows of a JSON file as text in order, the names of objects first. */
export async function* readJson(
  blob: FileBytes,
  source: JsonSource,
  plan: JsonPlan,
): AsyncGenerator<Pick<TablePiece, 'rows'>> {
  const toRow = createRowMaker(plan)
  if (plan.keys !== null) yield { rows: [{ line: 0, cells: plan.keys, numbers: [] }] }
  for await (const { records } of readRecords(blob, source)) {
    yield { rows: records.filter(({ key }) => key === plan.list).map(toRow) }
  }
}

function createRowMaker({ keys }: JsonPlan): (record: JsonRecord) => TableRow {
  const places = new Map((keys ?? []).map((key, place) => [key, place]))
  return ({ row, line }) => {
    const kind = keys === null ? 'array' : 'object'
    if (row?.kind !== kind)
      return { line, cells: places.size === 0 ? [] : blankCells(places.size), numbers: [] }
    if (row.kind === 'array') return fill(line, [], row.cells.entries())
    const placed = row.members.map(([key, cell]) => [places.get(key) ?? -1, cell] as const)
    return fill(line, blankCells(places.size), placed)
  }
}

function fill(
  line: number,
  cells: string[],
  placed: Iterable<readonly [place: number, cell: JsonCell]>,
): TableRow {
  const numbers: number[] = []
  for (const [place, { text, isNumber }] of placed) {
    cells[place] = text
    if (isNumber) numbers.push(place)
  }
  return { line, cells, numbers }
}

function blankCells(n: number): string[] {
  return Array.from({ length: n }, () => '')
}

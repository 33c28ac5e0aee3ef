import type { Column, NumberColumn } from '../../table/table'
import type { ComputeContext } from '../spec'
import type { StoreRows } from '../store-rows'
import type { FilledColumns } from '../value'
import type { missingMeansOf } from './params'

type MeansOf = (typeof missingMeansOf)['default']

export type Filling = {
  readonly columns: readonly Column[]
  readonly filled: FilledColumns
  /** Columns of numbers in which an empty cell is zero, also those without one. */
  readonly zeros: readonly string[]
}

/**
 * Empty cells become 0 in the columns where they mean zero; others stay as they are, and so does a
 * cell that holds no number: nobody knows what it should be. `isZero` is the rule of the file. Cells
 * are counted over `rows`.
 */
export function fillMissing(
  columns: readonly Column[],
  { isZero, meansOf }: { readonly isZero: (column: Column) => boolean; readonly meansOf: MeansOf },
  rows: StoreRows['rows'],
): Filling {
  const chosen = new Map(Object.entries(meansOf))
  const filled: { column: string; cells: number }[] = []
  const zeros: string[] = []
  const answer = columns.map((column) => {
    const means = chosen.get(column.name) ?? (isZero(column) ? 'zero' : 'unknown')
    if (column.type !== 'number' || means === 'unknown') return column
    zeros.push(column.name)
    const cells = countEmpty(column, rows)
    if (cells > 0) filled.push({ column: column.name, cells })
    return {
      ...column,
      values: column.values.map((value, row) => (isEmptyCell(column, row) ? 0 : value)),
    }
  })
  return { columns: answer, filled, zeros }
}

/** Missing, and not because it holds something that is no number. */
export function isEmptyCell({ values, unreadable }: NumberColumn, row: number): boolean {
  return Number.isNaN(values[row]) && unreadable?.has(row) !== true
}

function countEmpty(column: NumberColumn, rows: StoreRows['rows']): number {
  let nEmpty = 0
  for (const group of rows) for (const row of group) if (isEmptyCell(column, row)) nEmpty++
  return nEmpty
}

/** Says which of the named columns cannot be followed: there is none, or it holds no numbers. */
export function tellUnused(
  meansOf: MeansOf,
  columns: readonly Column[],
  { log }: Pick<ComputeContext, 'log'>,
): void {
  const numbers = new Set(columns.filter(({ type }) => type === 'number').map(({ name }) => name))
  const unused = Object.keys(meansOf).filter((name) => !numbers.has(name))
  if (unused.length > 0)
    log('warn', `missing_means_of names no column of numbers here: ${unused.join(', ')}.`)
}

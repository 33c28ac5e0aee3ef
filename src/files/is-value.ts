import { isDate } from '../table/is-date'
import { readCell } from '../table/read-cell'

/** A number or a date: what stands in the rows of a table and hardly ever in its header. */
export function isValue(cell: string): boolean {
  const reading = readCell(cell)
  return reading.point !== null || reading.comma !== null || isDate(cell)
}

import { cell, type CsvRow, csvRows } from './csv-rows'
import { expect } from './test'

/** Every label as the command line has it; distances but for the last digits of another engine. */
export function checkSame(text: string, expected: string) {
  const distances = ['distance', 'runner_up_distance']
  const labelsOf = (rows: readonly CsvRow[]) =>
    rows.map((row) => [...row].filter(([name]) => !distances.includes(name)))
  const [rows, others] = [csvRows(text), csvRows(expected)]
  expect(labelsOf(rows)).toEqual(labelsOf(others))
  for (const [i, row] of rows.entries())
    for (const name of distances) {
      const [made, other] = [Number(cell(row, name)), Number(others[i]?.get(name))]
      expect(Math.abs(made - other), `${name} of row ${i + 1}`).toBeLessThanOrEqual(1e-12)
    }
}

import type { Matrix } from '../matrix'

/** The text of a file of the data folder. */
type Read = (file: string) => string

/** File, and the stored result that names the columns, of each retail set. */
const retail: Readonly<Record<string, readonly [string, string]>> = {
  iowa_external: ['iowa_liquor/external_market.csv', 'iowa_external'],
  iowa_internal: ['iowa_liquor/internal_sales_wide.csv', 'iowa_internal_seed_default'],
  dominicks_external: ['dominicks_oj/external_storedemo.csv', 'dominicks_oj_external'],
  dominicks_internal: ['dominicks_oj/internal_units_wide.csv', 'dominicks_oj_internal'],
  wholesale: ['uci_wholesale/wholesale.csv', 'uci_wholesale'],
}

/** The first rows of a set that `.ci/references/real_sets.py` reads too; an empty cell is NaN. */
export function readSet(read: Read, name: string, maxRows: number): Matrix {
  const [file, reference] = retail[name] ?? [`classic/${name}.csv`, null]
  const [header, ...lines] = read(file)
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','))
  const named: readonly string[] | null =
    reference === null ? null : JSON.parse(read(`reference/${reference}.json`)).columns
  const columns = named ?? header.filter((column) => column !== 'id' && column !== 'label')
  const places = columns.map((column) => header.indexOf(column))
  const rows = lines.slice(0, maxRows)
  const cells = rows.flatMap((line) =>
    places.map((at) => (line[at] === '' ? NaN : Number(line[at]))),
  )
  return { X: Float64Array.from(cells), nSamples: rows.length, nFeatures: columns.length }
}

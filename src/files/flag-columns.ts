import type { ColumnProfile } from '../table/column-profile'
import { createCorrelatedColumns } from '../table/correlated-columns'
import { createEqualCells } from '../table/equal-cells'
import { createShareRows } from '../table/share-rows'
import { readChunks } from './read-table'
import type { ColumnTwin, SourceProfile } from './source-profile'

/** What a column is for, as far as flags ask: numbers that are no features have no twin and no share. */
export type IsFeature = (column: ColumnProfile, nRows: number) => boolean

export type ColumnFlags = Pick<SourceProfile, 'twins' | 'isCompositional' | 'notes'>

const maxRows = 100_000
const maxNumberColumns = 300

/**
 * What the columns of a file are to one another: twins, and shares of a whole. Reads the file once
 * more, by its profile; of a very large one nothing is told but a note that says so.
 * @throws FileError where the file has changed since
 */
export async function flagColumns(
  blob: Blob,
  profile: SourceProfile,
  isFeature: IsFeature,
): Promise<ColumnFlags> {
  const { columns, nRows } = profile
  // A column of one value has no twin worth a word.
  const several = columns.filter(({ nDistinct }) => nDistinct > 1)
  const numbers = namesOf(several.filter((column) => isNumber(column) && isFeature(column, nRows)))
  const words = namesOf(several.filter((column) => !isNumber(column)))
  if (nRows > maxRows || numbers.length > maxNumberColumns) return nothingTold
  const features = columns.filter((column) => isNumber(column) && isFeature(column, nRows))
  const correlated = createCorrelatedColumns(numbers, nRows)
  const equal = createEqualCells(words)
  const shares = createShareRows(namesOf(features))
  if (numbers.length < 2 && words.length < 2) return { ...nothingTold, notes: [] }
  for await (const { table } of readChunks(blob, profile, [])) {
    correlated.add(table)
    equal.add(table)
    shares.add(table)
  }
  const twins = [...correlated.read(), ...equal.read().map((pair) => ({ ...pair, r: 1 }))]
  return { twins: inFileOrder(twins, columns), isCompositional: shares.read(), notes: [] }
}

const nothingTold: ColumnFlags = {
  twins: [],
  isCompositional: false,
  notes: [
    'Near-duplicate columns are only looked for in files of up to 100,000 rows and 300 columns of numbers.',
  ],
}

function isNumber({ type }: ColumnProfile): boolean {
  return type === 'number'
}

function namesOf(columns: readonly ColumnProfile[]): readonly string[] {
  return columns.map(({ name }) => name)
}

function inFileOrder(
  twins: readonly ColumnTwin[],
  columns: readonly ColumnProfile[],
): readonly ColumnTwin[] {
  const byColumn = new Map(twins.map((twin) => [twin.column, twin]))
  return columns.flatMap(({ name }) => byColumn.get(name) ?? [])
}

import type { Column } from '../../../table/table'

/** A text of fewer stores than this makes a feature that only tells those stores. */
const fewestStores = 3

const unknown: ReadonlySet<string> = new Set([
  'unknown',
  'unk',
  'undefined',
  'unspecified',
  'not specified',
  'not available',
  'not applicable',
  'no data',
  'missing',
  'tbd',
  '--',
  '??',
])

/** The texts of a column that one or two stores have, as `column: text`; none of a number column. */
export function rareLevels(column: Column): readonly string[] {
  return levelsWhere(column, (_, nStores) => nStores < fewestStores)
}

/** The texts that stand for a missing cell and were not read as one. */
export function unknownLevels(column: Column): readonly string[] {
  return levelsWhere(column, (level) => unknown.has(level.trim().toLowerCase()))
}

function levelsWhere(
  column: Column,
  isOdd: (level: string, nStores: number) => boolean,
): readonly string[] {
  if (column.type === 'number') return []
  const counts = new Int32Array(column.levels.length)
  for (const code of column.codes) if (code !== -1) counts[code] += 1
  return column.levels
    .filter((level, code) => counts[code] > 0 && isOdd(level, counts[code]))
    .map((level) => `${column.name}: ${level}`)
}

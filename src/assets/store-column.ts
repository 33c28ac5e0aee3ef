import type { ColumnProfile } from '../table/column-profile'
import { idWords } from './column-names'
import { squash, wordsOf } from './column-words'
import { storeNames } from './role-names'
import type { Role, SourceColumns } from './source'

const placeIds: ReadonlySet<string> = new Set(['zip', 'postal', 'fips', 'geoid', 'phone'])

/**
 * The columns that may name the store of a row, the likeliest first: those that are called so, by how
 * many stores they tell apart; then ids that are different in every row; then texts that are. Without
 * `nRows` no column is known to be different in every row.
 */
export function storeCandidates(
  columns: readonly ColumnProfile[],
  nRows?: number,
): readonly ColumnProfile[] {
  const named = storeNames.flatMap((pattern) =>
    columns
      .filter(({ name }) => pattern.test(squash(name)))
      .sort((a, b) => b.nDistinct - a.nDistinct),
  )
  const distinct = columns.filter(
    ({ nDistinct, nMissing }) => nMissing === 0 && (nRows === undefined || nDistinct === nRows),
  )
  const texts = nRows === undefined ? [] : distinct.filter(({ type }) => type === 'text')
  const first = columns.slice(0, 1).filter(isId)
  return [...new Set([...named, ...distinct.filter(isId), ...texts, ...first])]
}

function isId(column: ColumnProfile): boolean {
  const isCode = column.type === 'text' || (column.range?.isInteger ?? false)
  return isCode && wordsOf(column.name).some((word) => idWords.has(word) && !placeIds.has(word))
}

/** One of several files: what its columns are taken for, and their profiles. */
export type StoreChoice = {
  readonly role: Role
  readonly columns: SourceColumns
  readonly profile: { readonly columns: readonly ColumnProfile[]; readonly nRows: number }
}

/**
 * The store column of each file, now that the others are known: of the columns that may be it, the one
 * whose cells are most often stores of another file; the one that was taken wins a tie, and stays
 * where nothing is shared or the cells of a column are too many to be known. A product map has none.
 */
export function storesByOverlap(files: readonly StoreChoice[]): readonly (string | null)[] {
  return files.map((file, i) => {
    const { store, ...taken } = file.columns
    if (file.role === 'product_map') return store
    const others = new Set(
      files.flatMap((other, j) => (i === j ? [] : levelsOf(other, other.columns.store))),
    )
    let best = { name: store, shared: countShared(levelsOf(file, store), others) }
    for (const { name } of storeCandidates(file.profile.columns, file.profile.nRows)) {
      if (Object.values(taken).includes(name)) continue
      const shared = countShared(levelsOf(file, name), others)
      if (shared > best.shared) best = { name, shared }
    }
    return best.name
  })
}

function levelsOf({ profile }: StoreChoice, name: string | null): readonly string[] {
  const column = profile.columns.find((column) => column.name === name)
  return column !== undefined && column.levelsAreComplete ? column.levels : []
}

function countShared(levels: readonly string[], others: ReadonlySet<string>): number {
  return levels.reduce((n, level) => n + (others.has(level) ? 1 : 0), 0)
}

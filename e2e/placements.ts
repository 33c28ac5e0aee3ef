import { cell, csvRows } from './csv-rows'

/** Where each store is by an assignments file: `store|category` to the cluster in `column`. */
export function placementsIn(text: string, column = 'cluster'): ReadonlyMap<string, string> {
  return new Map(
    csvRows(text).map((row) => [
      `${cell(row, 'store_nbr')}|${cell(row, 'category')}`,
      cell(row, column),
    ]),
  )
}

/** Stores that both files place, and how many of them are somewhere else in the second. */
export function movesBetween(before: ReadonlyMap<string, string>, after: typeof before) {
  const common = [...after.keys()].filter((id) => before.has(id))
  return {
    nCommon: common.length,
    nMoved: common.filter((id) => before.get(id) !== after.get(id)).length,
  }
}

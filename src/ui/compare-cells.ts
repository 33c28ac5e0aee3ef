export type CellValue = string | number | boolean | null

/** What a cell is sorted by: nothing for a missing one, which then stays last either way. */
export function sortKey(value: CellValue): string | number | undefined {
  if (value === null || (typeof value === 'number' && Number.isNaN(value))) return undefined
  return typeof value === 'boolean' ? Number(value) : value
}

/** Numbers by size, texts by code units: the order of the files. */
export function compareKeys(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  const left = String(a)
  const right = String(b)
  return left < right ? -1 : left > right ? 1 : 0
}

/** Where a value counts its rows: the first of these that it has. */
const countedBy = ['units', 'product', 'storeIds', 'candidates', 'features', 'clusters', 'branches']

/** How many rows a value has, for the run record; null where rows mean nothing. */
export function rowCountOf(value: unknown): number | null {
  if (typeof value !== 'object' || value === null) return null
  const members = new Map<string, unknown>(Object.entries(value))
  const name = countedBy.find((counted) => members.has(counted))
  return name === undefined ? null : lengthOf(members.get(name))
}

function lengthOf(member: unknown): number | null {
  if (typeof member !== 'object' || member === null || !('length' in member)) return null
  return typeof member.length === 'number' ? member.length : null
}

/**
 * The row of each of `storeIds` in a value whose rows are `ids`: values are joined by store id, never
 * by place.
 * @param what the rows hold, for the message.
 * @throws RangeError naming a store that has no row: checks upstream conserve stores, so a defect.
 */
export function rowsOfStores(
  storeIds: readonly string[],
  ids: readonly string[],
  what: string,
): Int32Array {
  const rowById = new Map(ids.map((id, row) => [id, row]))
  return Int32Array.from(storeIds, (id) => {
    const row = rowById.get(id)
    if (row === undefined) throw new RangeError(`Store ${id} has a cluster but no ${what}.`)
    return row
  })
}

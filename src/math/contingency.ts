/** How many rows have each pair of labels, and each label by itself. */
export type Contingency = {
  readonly n: number
  /** One entry a pair that occurs. */
  readonly cells: readonly ContingencyCell[]
  readonly countsOfA: ReadonlyMap<number, number>
  readonly countsOfB: ReadonlyMap<number, number>
}

export type ContingencyCell = { readonly a: number; readonly b: number; readonly count: number }

/**
 * Counts the pairs of two labelings of the same rows; every distinct number is a label, -1 too.
 * @throws RangeError when the lengths differ.
 */
export function countPairs(a: Int32Array, b: Int32Array): Contingency {
  if (a.length !== b.length) {
    throw new RangeError(`Labelings of ${a.length} and of ${b.length} rows cannot be compared.`)
  }
  const countsOfA = new Map<number, number>()
  const countsOfB = new Map<number, number>()
  const rowsOfCells = new Map<number, Map<number, number>>()
  for (let i = 0; i < a.length; i++) {
    count(countsOfA, a[i])
    count(countsOfB, b[i])
    const cells = rowsOfCells.get(a[i]) ?? new Map<number, number>()
    rowsOfCells.set(a[i], cells)
    count(cells, b[i])
  }
  const cells = [...rowsOfCells].flatMap(([labelA, row]) =>
    [...row].map(([labelB, ofCell]) => ({ a: labelA, b: labelB, count: ofCell })),
  )
  return { n: a.length, cells, countsOfA, countsOfB }
}

function count(counts: Map<number, number>, label: number): void {
  counts.set(label, (counts.get(label) ?? 0) + 1)
}

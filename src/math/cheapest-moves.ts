import type { Matrix } from './matrix'

/** The cheapest row to move between any two clusters. */
export type Moves = {
  /** What the cheapest move adds to the costs; Infinity where there is none. */
  readonly cost: (from: number, to: number) => number
  /** Makes the cheapest move: changes the label of its row. */
  readonly take: (from: number, to: number) => void
  /** What sums of costs may be wrong by. */
  readonly rounding: number
}

/** @param labels changed by `take`. */
export function createMoves({ X, nSamples, nFeatures }: Matrix, labels: Int32Array): Moves {
  const added = (row: number, from: number, to: number) =>
    X[row * nFeatures + to] - X[row * nFeatures + from]
  const heaps = Array.from({ length: nFeatures * nFeatures }, (): Heap => ({ keys: [], rows: [] }))
  const enter = (row: number, from: number) => {
    for (let to = 0; to < nFeatures; to++)
      if (to !== from) push(heaps[from * nFeatures + to], added(row, from, to), row)
  }
  let largest = 0
  for (const cost of X) largest = Math.max(largest, Math.abs(cost))
  for (let row = 0; row < nSamples; row++) enter(row, labels[row])
  /** Rows that left a cluster are still in its heaps: they are dropped when they come up. */
  const heapOf = (from: number, to: number): Heap => {
    const heap = heaps[from * nFeatures + to]
    while (heap.rows.length > 0 && labels[heap.rows[0]] !== from) pop(heap)
    return heap
  }
  return {
    cost: (from, to) => heapOf(from, to).keys[0] ?? Infinity,
    take: (from, to) => {
      const row = heapOf(from, to).rows[0]
      labels[row] = to
      enter(row, to)
    },
    rounding: largest * 1e-13,
  }
}

/** Smallest key first, then the lowest row. */
type Heap = { readonly keys: number[]; readonly rows: number[] }

function isBefore({ keys, rows }: Heap, a: number, b: number): boolean {
  return keys[a] < keys[b] || (keys[a] === keys[b] && rows[a] < rows[b])
}

function swap({ keys, rows }: Heap, a: number, b: number): void {
  const key = keys[a]
  const row = rows[a]
  keys[a] = keys[b]
  rows[a] = rows[b]
  keys[b] = key
  rows[b] = row
}

function push(heap: Heap, key: number, row: number): void {
  let at = heap.keys.push(key) - 1
  heap.rows.push(row)
  while (at > 0) {
    const parent = (at - 1) >> 1
    if (!isBefore(heap, at, parent)) return
    swap(heap, at, parent)
    at = parent
  }
}

function pop(heap: Heap): void {
  const last = heap.keys.length - 1
  swap(heap, 0, last)
  heap.keys.pop()
  heap.rows.pop()
  let at = 0
  for (;;) {
    const left = 2 * at + 1
    if (left >= last) return
    const child = left + 1 < last && isBefore(heap, left + 1, left) ? left + 1 : left
    if (!isBefore(heap, child, at)) return
    swap(heap, at, child)
    at = child
  }
}

import type { ProductKeys } from './product-keys'

/** Rows as columns: the keys of their products, the codes of their stores, and their units. */
export type Rows = ProductKeys & { readonly stores: Int32Array; readonly units: Float64Array }

/**
 * Rows of one category that wait to be added: together they touch little memory, while rows in the
 * order of a file touch the products and sums of all categories in turn.
 */
export type CategoryRows = { n: number; rows: Rows }

const firstRows = 32
const maxRows = 4096
/** Of all categories together. */
const maxWaiting = 1 << 19

export function createCategoryRows(): CategoryRows {
  return { n: 0, rows: roomFor(firstRows) }
}

/** So many rows of one category may wait. */
export function mostWaiting(nCategories: number): number {
  return Math.max(firstRows, Math.min(maxRows, Math.floor(maxWaiting / nCategories)))
}

type Part = { readonly from: number; readonly to: number; readonly most: number }

/** Copies rows behind those that wait, until there are `most` of them; the first that is left. */
export function letWait(waiting: CategoryRows, source: Rows, { from, to, most }: Part): number {
  const { n } = waiting
  const end = Math.max(n, Math.min(most, n + to - from))
  if (end > waiting.rows.units.length) waiting.rows = widened(waiting.rows, end)
  const { firsts, seconds, stores, units } = waiting.rows
  let row = from
  for (let at = n; at < end; at++) {
    firsts[at] = source.firsts[row]
    seconds[at] = source.seconds[row]
    stores[at] = source.stores[row]
    units[at] = source.units[row++]
  }
  waiting.n = end
  return row
}

function widened({ firsts, seconds, stores, units }: Rows, length: number): Rows {
  const wider = roomFor(Math.max(length, 2 * units.length))
  wider.firsts.set(firsts)
  wider.seconds.set(seconds)
  wider.stores.set(stores)
  wider.units.set(units)
  return wider
}

function roomFor(n: number): Rows {
  return {
    firsts: new Int32Array(n),
    seconds: new Int32Array(n),
    stores: new Int32Array(n),
    units: new Float64Array(n),
  }
}

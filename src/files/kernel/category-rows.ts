/**
 * Rows of one category that wait to be added: together they touch little memory, while rows in the
 * order of a file touch the sums of all categories in turn.
 */
export type CategoryRows = {
  n: number
  stores: Int32Array
  products: Int32Array
  units: Float64Array
}

const maxRows = 512
const firstRows = 32

export function createCategoryRows(): CategoryRows {
  return roomFor(firstRows)
}

/** False where the rows that are there have to be added first. */
export function makeRoom(rows: CategoryRows): boolean {
  const { n } = rows
  if (n < rows.units.length) return true
  if (n === maxRows) return false
  const { stores, products, units } = rows
  Object.assign(rows, roomFor(2 * n), { n })
  rows.stores.set(stores)
  rows.products.set(products)
  rows.units.set(units)
  return true
}

function roomFor(n: number): CategoryRows {
  return {
    n: 0,
    stores: new Int32Array(n),
    products: new Int32Array(n),
    units: new Float64Array(n),
  }
}

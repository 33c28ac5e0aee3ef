import type { Amounts } from './amounts'
import type { FoldState } from './fold-state'
import { loseRow } from './lose-row'
import { placeOfProduct } from './meet-product'
import type { ProductKey } from './product-keys'
import { countAt, intsEach } from './product-table'

/**
 * Counts the first rows of `state.rows`, and moves up those that are used, with their units. Rows
 * without a category get the one that stands for it. How many are used.
 */
export function keepUsed(state: FoldState, { values, units }: Amounts, nRows: number): number {
  const { rows, totals, unmapped, isStoreOut, plan } = state
  const { stores, categories, firsts, seconds } = rows
  const hasProductFilters = plan.productFilters.length > 0
  const least = leastOf(plan.minValue, plan.onlyPositive)
  let n = 0
  let nWithoutCategory = 0
  let totalUnits = 0
  let magnitude = 0
  for (let row = 0; row < nRows; row++) {
    const store = stores[row]
    const first = firsts[row]
    const second = seconds[row]
    const named = categories[row]
    const category = named === -1 ? unmapped : named
    const value = values[row]
    const unitsOfRow = units[row]
    // NaN is not enough either.
    const isKept =
      value >= least && store !== -1 && (first | second) !== 0 && isStoreOut[store] === 0
    const leftOutBy =
      isKept && hasProductFilters ? filterOf(state, category, { first, second }) : -1
    if (!isKept || leftOutBy !== -1) {
      loseRow(state, { row, category, value, units: unitsOfRow, leftOutBy })
      continue
    }
    stores[n] = store
    categories[n] = category
    firsts[n] = first
    seconds[n] = second
    units[n++] = unitsOfRow
    totalUnits += unitsOfRow
    magnitude += Math.abs(unitsOfRow)
    if (named === -1) nWithoutCategory++
  }
  totals.nRows += nRows
  totals.nUsed += n
  totals.nWithoutCategory += nWithoutCategory
  totals.totalUnits += totalUnits
  totals.magnitude += magnitude
  return n
}

/** What a value has to be at least. */
function leastOf(minValue: number | null, onlyPositive: boolean): number {
  const least = minValue ?? -Infinity
  return onlyPositive ? Math.max(least, Number.MIN_VALUE) : least
}

/** The filter that leaves a product out, -1 for none. */
function filterOf(state: FoldState, category: number, key: ProductKey): number {
  const place = placeOfProduct(state, category, key)
  return Math.max(-1, -1 - state.productTables[category].ints[place * intsEach + countAt])
}

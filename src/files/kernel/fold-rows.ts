import { addCategory } from './add-category'
import type { Amounts } from './amounts'
import { letWait, mostWaiting } from './category-rows'
import { addCategories, learnStores, type FoldState } from './fold-state'
import { keepUsed } from './keep-used'

/** Adds the first rows of `state.rows` with their amounts. */
export function addRows(state: FoldState, amounts: Amounts, nRows: number): void {
  learnStores(state)
  addCategories(state)
  const n = keepUsed(state, amounts, nRows)
  const { waiting } = state
  const { categories, firsts, seconds, stores } = state.rows
  const rows = { firsts, seconds, stores, units: amounts.units }
  const most = mostWaiting(waiting.length)
  for (let from = 0; from < n;) {
    const category = categories[from]
    const to = endOfRun(categories, from, n)
    from = letWait(waiting[category], rows, { from, to, most })
    if (from < to) addCategory(state, category)
  }
}

/** Rows of one category mostly come together. */
function endOfRun(categories: Int32Array, from: number, n: number): number {
  const category = categories[from]
  let to = from + 1
  while (to < n && categories[to] === category) to++
  return to
}

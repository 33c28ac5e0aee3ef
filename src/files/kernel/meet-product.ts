import { laneOfGroup } from './category-lanes'
import type { FoldState } from './fold-state'
import { textOfKey, type ProductKey } from './product-keys'
import { addKey, countAt, fromAt, intsEach, laneAt, placeOfKey, textAt } from './product-table'
import { codeOfText } from './text-codes'

/** The place of a product among those of a category; its need states are looked up at first sight. */
export function placeOfProduct(state: FoldState, category: number, key: ProductKey): number {
  const known = placeOfKey(state.productTables[category], key.first, key.second)
  return known === -1 ? meetProduct(state, category, key) : known
}

function meetProduct(state: FoldState, category: number, key: ProductKey): number {
  const table = state.productTables[category]
  const text = textOfKey(state.products, key)
  const { from, n, filter } = state.findProduct(text)
  const place = addKey(table, key.first, key.second)
  const { ints } = table
  const record = place * intsEach
  ints[record + textAt] = codeOfText(state.products, text)
  ints[record + fromAt] = from
  ints[record + countAt] = filter === -1 ? n : -1 - filter
  if (filter === -1)
    for (let i = from + n - 1; i >= from; i--)
      ints[record + laneAt] = laneOfGroup(state.sums[category], state.plan.groups[i])
  return place
}

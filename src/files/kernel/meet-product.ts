import { addProduct, laneOfGroup } from './category-lanes'
import type { FoldState } from './fold-state'
import { slotOfPair, valueAt } from './pair-places'
import {
  categoryAt,
  countAt,
  floatsEach,
  fromAt,
  intsEach,
  laneAt,
  rowsAt,
  unitsAt,
} from './product-records'

/**
 * Tells a product which category it is seen in now. Most products are of one category, so that their
 * sums stay with the product; they go to the category when another one comes, and at the end.
 */
export function meetProduct(state: FoldState, category: number, product: number): void {
  leaveCategory(state, product)
  const { ints } = state.productRecords
  const sum = state.sums[category]
  const record = product * intsEach
  ints[record + categoryAt] = category + 1
  const from = ints[record + fromAt]
  for (let i = from + ints[record + countAt] - 1; i >= from; i--)
    ints[record + laneAt] = laneOfGroup(sum, state.plan.groups[i])
}

/** Moves the sums of every product to its category. */
export function settleProducts(state: FoldState): void {
  for (let product = 0; product < state.productRecords.size; product++)
    leaveCategory(state, product)
}

function leaveCategory({ productRecords, productPlaces, sums }: FoldState, product: number): void {
  const { ints, floats } = productRecords
  const category = ints[product * intsEach + categoryAt] - 1
  if (category === -1) return
  const sum = sums[category]
  const at = slotOfPair(productPlaces, category, product) + valueAt
  if (productPlaces.slots[at] === 0) productPlaces.slots[at] = addProduct(sum, product) + 1
  const place = 2 * (productPlaces.slots[at] - 1)
  const record = product * floatsEach
  sum.productLanes[place] += floats[record + unitsAt]
  sum.productLanes[place + 1] += floats[record + rowsAt]
  floats[record + unitsAt] = 0
  floats[record + rowsAt] = 0
}

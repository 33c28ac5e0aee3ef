import { createIdLookup } from '../../table/id-lookup'
import type { FoldPlan } from '../../table/sales-fold'

/**
 * What a row has to know of its product and adds to it: half a line of the cache a product, since
 * products come in no order. Its need states are looked up once a product, not once a row.
 *
 * Integers: where its need states begin in `plan.groups`; how many they are, with the filter that
 * leaves it out; the category + 1 that it was last seen in; the lane of its first need state there.
 * Numbers: units and rows since it is in that category.
 */
export type ProductRecords = {
  ints: Int32Array
  floats: Float64Array
  size: number
  readonly find: (product: string) => ProductInPlan
}

type ProductInPlan = { readonly from: number; readonly n: number; readonly filter: number }

/** Integers and floats a record, and where each of them is. */
export const intsEach = 8
export const floatsEach = 4
export const fromAt = 0
export const countAt = 1
export const categoryAt = 2
export const laneAt = 3
export const unitsAt = 2
export const rowsAt = 3

/** `countAt` is the number of need states; of a product that a filter leaves out, -1 - filter. */
export function createProductRecords(plan: FoldPlan): ProductRecords {
  const { indexOf } = createIdLookup(plan.products, plan.idRules)
  const { groupStarts, leftOutBy } = plan
  return {
    ...room(256),
    size: 0,
    find: (product) => {
      const index = indexOf(product)
      if (index === -1) return { from: 0, n: 0, filter: -1 }
      const from = groupStarts[index]
      return { from, n: groupStarts[index + 1] - from, filter: leftOutBy[index] }
    },
  }
}

/** Learns the products that were not seen before. */
export function learnProducts(records: ProductRecords, products: readonly string[]): void {
  if (records.size === products.length) return
  if (products.length * intsEach > records.ints.length) widen(records, products.length)
  for (; records.size < products.length; records.size++) {
    const { from, n, filter } = records.find(products[records.size])
    const at = records.size * intsEach
    records.ints[at + fromAt] = from
    records.ints[at + countAt] = filter === -1 ? n : -1 - filter
  }
}

function widen(records: ProductRecords, length: number): void {
  const { ints } = records
  Object.assign(records, room(Math.max(length, 2 * records.size)))
  records.ints.set(ints)
}

/** Both kinds of numbers are views of one memory: the floats stand behind the integers of a record. */
function room(nRecords: number): Pick<ProductRecords, 'ints' | 'floats'> {
  const buffer = new ArrayBuffer(nRecords * intsEach * Int32Array.BYTES_PER_ELEMENT)
  return { ints: new Int32Array(buffer), floats: new Float64Array(buffer) }
}

import { powerOfTen } from '../../../math/elementary/power-of-ten'
import { createIdLookup } from '../../../table/id-lookup'
import { createInterner } from '../../../table/intern'
import { createLeftOut } from '../../../table/left-out'
import type { FoldPlan, SalesFold } from '../../../table/sales-fold'
import { type CategorySums, createCategorySums } from './category-sums'
import { sortUsed } from './sort-used'

/** Rows by the codes of their texts; -1 where a cell is empty. */
type SalesRow = {
  readonly store: number
  readonly product: number
  readonly category: number
  /** NaN where it is missing or cannot be read. */
  readonly value: number
  /** The 1-based row of data. */
  readonly row: number
}

export type Fold = {
  readonly storeCode: (text: string) => number
  readonly productCode: (text: string) => number
  readonly categoryCode: (text: string) => number
  readonly wholeFile: string
  readonly add: (row: SalesRow) => void
  /** Bytes that the sums take. */
  readonly nBytes: () => number
  readonly finish: () => SalesFold
}

/** Starts without a row. Texts get codes in the order of first sight; the answer is sorted. */
export function createFold(plan: FoldPlan): Fold {
  const [stores, products, categories] = [createInterner(), createInterner(), createInterner()]
  const lookup = createIdLookup(plan.products, plan.idRules)
  /** By product: its place in the plan. */
  const mapped: number[] = []
  const sums: CategorySums[] = []
  const leftOut = createLeftOut(plan)
  const scale = powerOfTen(plan.decimals)
  const totals = { nRows: 0, nUsed: 0, nWithoutCategory: 0, totalUnits: 0, magnitude: 0 }

  const productCode = (text: string): number => {
    const code = products.codeOf(text)
    if (code === mapped.length) mapped.push(lookup.indexOf(text))
    return code
  }
  const categoryCode = (text: string): number => {
    const code = categories.codeOf(text)
    if (code === sums.length) sums.push(createCategorySums(plan))
    return code
  }
  const add = ({ store, product, category, value, row }: SalesRow): void => {
    const named = category === -1 ? categoryCode(plan.unmapped) : category
    const categoryName = categories.levels[named]
    const units = Math.round(value * scale)
    totals.nRows += 1
    if (store === -1 || product === -1 || Number.isNaN(value)) {
      leftOut.reject({
        store: store === -1 ? null : stores.levels[store],
        product: product === -1 ? null : products.levels[product],
        category: categoryName,
        value,
        units,
        row,
      })
      return
    }
    const leftOutBy = mapped[product] === -1 ? -1 : plan.leftOutBy[mapped[product]]
    const fields = { store: stores.levels[store], category: categoryName, value, leftOutBy }
    if (leftOut.isFiltered(fields)) return
    sums[named].add({ store, product, mapped: mapped[product], units })
    totals.nUsed += 1
    totals.totalUnits += units
    totals.magnitude += Math.abs(units)
    if (category === -1) totals.nWithoutCategory += 1
  }
  const finish = (): SalesFold => {
    const usedStores = sortUsed(
      stores.levels,
      sums.flatMap((sum) => sum.stores),
    )
    const usedProducts = sortUsed(
      products.levels,
      sums.flatMap((sum) => sum.products),
    )
    const used = Array.from(sums.keys()).filter((code) => sums[code].stores.length > 0)
    const ranks = { store: usedStores.rank, product: usedProducts.rank }
    return {
      ...totals,
      storeIds: usedStores.texts,
      products: usedProducts.texts,
      categories: sortUsed(categories.levels, used).codes.map((code) =>
        sums[code].sorted(categories.levels[code], ranks),
      ),
      ...leftOut.report(storesUsed(sums, stores.codeOf, categories.codeOf)),
    }
  }
  const nBytes = () => sums.reduce((sum, { nBytes }) => sum + nBytes(), 0)
  const { codeOf: storeCode } = stores
  return { storeCode, productCode, categoryCode, wholeFile: plan.wholeFile, add, nBytes, finish }
}

/** Answers by name whether a store has a used row in a category. */
function storesUsed(
  sums: readonly CategorySums[],
  storeCode: (text: string) => number,
  categoryCode: (text: string) => number,
) {
  const inCategory = new Map<number, ReadonlySet<number>>()
  return (category: string, store: string): boolean => {
    const code = categoryCode(category)
    const used = inCategory.get(code) ?? new Set(sums[code].stores)
    inCategory.set(code, used)
    return used.has(storeCode(store))
  }
}

import type { FoldPlan } from '../../../table/sales-fold'

export const salesColumns = { store: 'STORE', product: 'SKU', category: 'CAT', value: 'SALES' }

/** Products `1` to `9`: product p is in need states p and p + 10, the odd ones in p only, 9 in none. */
export function planOf(given: Partial<FoldPlan> = {}): FoldPlan {
  const products = ['1', '2', '3', '4', '5', '6', '7', '8', '9']
  const groupsOf = (p: number): number[] => (p === 9 ? [] : p % 2 === 0 ? [p, p + 10] : [p])
  const groups = products.map((product) => groupsOf(Number(product)))
  const groupStarts = new Int32Array(products.length + 1)
  groups.forEach(({ length }, i) => {
    groupStarts[i + 1] = groupStarts[i] + length
  })
  return {
    columns: salesColumns,
    products,
    idRules: [],
    groupStarts,
    groups: Int32Array.from(groups.flat()),
    productFilters: [],
    leftOutBy: new Int32Array(products.length).fill(-1),
    multiple: 2,
    decimals: 2,
    excludeStores: [],
    minValue: null,
    onlyPositive: false,
    unmapped: 'UNMAPPED',
    wholeFile: 'all',
    memoryBudget: Infinity,
    ...given,
  }
}

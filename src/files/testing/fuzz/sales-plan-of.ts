import type { FoldPlan } from '../../../table/sales-fold'
import { planOf } from '../../kernel/testing/plan-of'
import type { SourceProfile } from '../../source-profile'

type Filtering = (products: readonly string[]) => Partial<FoldPlan>

const filterings: readonly Filtering[] = [
  () => ({}),
  () => ({ onlyPositive: true, decimals: 0 }),
  () => ({ minValue: 1.5, decimals: 3 }),
  (products) => ({
    productFilters: ['new', 'old'],
    leftOutBy: Int32Array.from(products, (_, p) => (p % 3) - 1),
    decimals: 6,
  }),
]

/**
 * Any table taken for sales: its last column of numbers is the value, the first others are product,
 * store and, where it has one and not always, category. Of the products that the profile lists every
 * third is in no need state and every third in two. `null` where a column is missing.
 */
export function salesPlanOf({ columns, nRows }: SourceProfile): FoldPlan | null {
  const value = columns.findLast(({ type }) => type === 'number')
  const ids = columns.filter((column) => column !== value)
  if (value === undefined || ids.length < 2) return null
  const [product, store, category] = ids
  const products = product.levels
  const groupsOf = (p: number): number[] => [p, p + products.length].slice(0, p % 3)
  const ends = products.map((_, p) => p + 1).map((n) => countGroups(n, groupsOf))
  return planOf({
    columns: {
      product: product.name,
      store: store.name,
      category: ids.length < 3 || nRows % 3 === 0 ? null : category.name,
      value: value.name,
    },
    products,
    groupStarts: Int32Array.of(0, ...ends),
    groups: Int32Array.from(products.flatMap((_, p) => groupsOf(p))),
    leftOutBy: new Int32Array(products.length).fill(-1),
    excludeStores: nRows % 2 === 0 ? [] : store.levels.slice(0, 1),
    ...filterings[nRows % filterings.length](products),
  })
}

function countGroups(n: number, groupsOf: (p: number) => readonly number[]): number {
  return Array.from({ length: n }, (_, p) => groupsOf(p).length).reduce((a, b) => a + b, 0)
}

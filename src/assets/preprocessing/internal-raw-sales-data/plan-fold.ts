import type { FoldPlan } from '../../../table/sales-fold'
import { rulesOf } from '../../../table/id-rules'
import type { ParamsOf } from '../../spec'
import type { SourceReader } from '../../source'
import type { ProductMap } from '../internal-product-category-mapping/spec'
import { requireName } from '../open-source'
import { unmapped, wholeFile } from '../partition-names'
import type { internalRawSalesData } from './spec'

type Given = {
  readonly source: SourceReader
  readonly params: ParamsOf<typeof internalRawSalesData>
  /** Null where there is no product map: then no product has a need state. */
  readonly mapping: ProductMap | null
  readonly memoryBudget: number
}

/** More digits than these are rounded away, so that sums stay exact. */
const maxDecimals = 6

/** What the pass over the sales has to know before it starts. Error: `missing_column`. */
export function planFold({ source, params, mapping, memoryBudget }: Given): FoldPlan {
  return {
    columns: {
      store: requireName(source, 'sales', 'store'),
      product: requireName(source, 'sales', 'product'),
      value: requireName(source, 'sales', 'value'),
      category: source.columns.category,
    },
    ...planProducts(mapping),
    idRules: rulesOf(params.id_match),
    decimals: Math.min(source.valueDecimals, maxDecimals),
    excludeStores: params.exclude_stores,
    minValue: params.min_value,
    onlyPositive: params.only_positive,
    unmapped,
    wholeFile,
    memoryBudget,
  }
}

type Products = Pick<
  FoldPlan,
  'products' | 'groupStarts' | 'groups' | 'productFilters' | 'leftOutBy' | 'multiple'
>

/** The products of the map in its order, then those that its filters left out. */
function planProducts(mapping: ProductMap | null): Products {
  const filters = mapping?.filters ?? []
  const leftOut = filters.flatMap(({ products }, filter) =>
    products.map((product) => ({ product, filter })),
  )
  const products = [...(mapping?.products ?? []), ...leftOut.map(({ product }) => product)]
  const nKept = products.length - leftOut.length
  const groupStarts = new Int32Array(products.length + 1)
  // Pairs of the map are sorted by product: those of one product stand together.
  for (const product of mapping?.product ?? []) groupStarts[product + 1] += 1
  for (let i = 0; i < products.length; i++) groupStarts[i + 1] += groupStarts[i]
  return {
    products,
    groupStarts,
    groups: Int32Array.from(mapping?.group ?? []),
    productFilters: filters.map(({ name }) => name),
    leftOutBy: Int32Array.from(products, (_, i) => leftOut[i - nKept]?.filter ?? -1),
    multiple: multipleOf(groupStarts),
  }
}

function multipleOf(starts: Int32Array): number {
  const counts = new Set<number>()
  for (let i = 0; i + 1 < starts.length; i++) counts.add(starts[i + 1] - starts[i])
  counts.delete(0)
  return [...counts].reduce(leastCommonMultiple, 1)
}

function leastCommonMultiple(a: number, b: number): number {
  let [divisor, rest] = [a, b]
  while (rest > 0) [divisor, rest] = [rest, divisor % rest]
  return (a / divisor) * b
}

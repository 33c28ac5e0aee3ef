import { firstFew } from '../../first-few'
import type { Checks } from '../../spec'
import { noGroup } from './compute'
import type { internalProductCategoryMapping, ProductMap } from './spec'

export const checks: Checks<typeof internalProductCategoryMapping, object> = {
  rows_conserved: ({ nRows, nWithoutProduct, nFiltered, nDuplicates, product }) => ({
    passed: product.length + nWithoutProduct + nFiltered + nDuplicates === nRows,
    metadata: {
      rows: nRows,
      pairs: product.length,
      without_product: nWithoutProduct,
      filtered: nFiltered,
      duplicates: nDuplicates,
    },
  }),
  keys_unique: (value) => {
    const again = repeatedPairs(value)
    const shared = inSeveralGroups(value)
    return {
      passed: again.length === 0,
      metadata: {
        pairs: value.product.length,
        repeated: again.length,
        first: firstFew(again),
        products_in_several_need_states: shared.length,
        first_of_them: firstFew(shared),
      },
    }
  },
  products_identified: ({ nWithoutProduct, nRows }) => ({
    passed: nWithoutProduct === 0,
    metadata: { rows_without_product: nWithoutProduct, rows: nRows },
  }),
  need_states_named: (value) => ({
    passed: value.nWithoutGroup === 0,
    metadata: {
      rows_without_need_state: value.nWithoutGroup,
      rows: value.nRows,
      first: firstFew(productsOf(value, value.groups.indexOf(noGroup))),
    },
  }),
  item_flags_read: ({ filters }) => {
    const absent = filters.filter(({ hasColumn }) => !hasColumn)
    const unread = filters.flatMap(({ column, unread }) =>
      unread.map((cell) => `${column} ${cell}`),
    )
    return {
      passed: absent.length === 0 && unread.length === 0,
      metadata: {
        filters_without_column: firstFew(absent.map(({ name, column }) => `${name} (${column})`)),
        cells_not_read: filters.reduce((sum, { nUnread }) => sum + nUnread, 0),
        first: firstFew(unread),
      },
    }
  },
}

function repeatedPairs({ product, group, products, groups }: ProductMap): readonly string[] {
  const seen = new Set<number>()
  const again = Array.from(product.keys()).filter((pair) => {
    const key = product[pair] * groups.length + group[pair]
    return seen.size === seen.add(key).size
  })
  return again.map((pair) => `${products[product[pair]]} in ${groups[group[pair]]}`)
}

/** Allowed: the sales of such a product are split between them. */
function inSeveralGroups({ product, products }: ProductMap): readonly string[] {
  const nGroups = new Int32Array(products.length)
  for (const code of product) nGroups[code] += 1
  return products.filter((_, code) => nGroups[code] > 1)
}

function productsOf({ product, group, products }: ProductMap, of: number): readonly string[] {
  return Array.from(product.keys())
    .filter((pair) => group[pair] === of)
    .map((pair) => products[product[pair]])
}

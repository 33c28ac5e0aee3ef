import * as v from 'valibot'
import { keysUnique, rowsConserved } from '../../shared-checks'
import { warning } from '../../check-spec'
import { flag } from '../../schema'
import { defineSpec } from '../../spec'
import { column, int32, list, real, text, texts } from '../../value'

/** Distinct (product, need state) pairs sorted by both; attributes of products kept as columns. */
const value = v.object({
  products: texts,
  groups: texts,
  /** Pair i links products[product[i]] with groups[group[i]]. */
  product: int32,
  group: int32,
  /** The remaining columns, one row per pair. */
  attributes: list(column),
  nRows: real,
  nWithoutProduct: real,
  nWithoutGroup: real,
  nDuplicates: real,
  nFiltered: real,
  /**
   * Rows before and after each filter that is on, in their order, and the products whose last row it
   * left out, sorted: their sales are filtered too.
   */
  filters: list(
    v.object({
      name: text,
      column: text,
      hasColumn: v.boolean(),
      before: real,
      after: real,
      products: texts,
      /** Cells of the column that say neither yes nor no, and their texts, sorted. */
      nUnread: real,
      unread: texts,
    }),
  ),
})
export type ProductMap = v.InferOutput<typeof value>

export const internalProductCategoryMapping = defineSpec({
  key: 'internal_product_category_mapping',
  label: 'Product map',
  description: 'Which product belongs to which need state.',
  group: 'preprocessing',
  branch: 'internal',
  codeVersion: '4',
  partitions: 'none',
  sources: ['product_map'],
  deps: {},
  params: {
    exclude_new_items: flag({
      label: 'Leave out new items',
      help: 'Leaves out products whose NEW_ITEM column says yes.',
      default: false,
    }),
    exclude_dropped: flag({
      label: 'Leave out items to be dropped',
      help: 'Leaves out products whose TO_BE_DROPPED column says yes.',
      default: false,
    }),
  },
  value,
  checks: [
    rowsConserved,
    keysUnique,
    warning({
      name: 'products_identified',
      description: 'Every row of the product map has a product id.',
      next: 'Fill the empty product cells of the map, or choose another product column for it: columns.product.',
    }),
    warning({
      name: 'need_states_named',
      description: 'Every product has a need state.',
      next: 'Give the products that are named here a need state in the map: until then they count as DEFAULT.',
    }),
    warning({
      name: 'item_flags_read',
      description:
        'Every filter of items that is on finds its column in the map, and reads yes or no in it.',
      next: 'Write yes or no (true or false, 1 or 0) into the column NEW_ITEM or TO_BE_DROPPED of the map, or switch the filter off: what is not read leaves nothing out.',
    }),
  ],
})

import { compareText } from '../../../table/compare-text'
import { createInterner } from '../../../table/intern'
import { selectRows } from '../../../table/select-rows'
import { sortLevels } from '../../../table/sort-levels'
import { cellText, type Column, columnNamed, type Table } from '../../../table/table'
import type { ComputeContext, ParamsOf } from '../../spec'
import { hasText } from '../../store-rows'
import { idColumn, onlySource, readWhole, requireName } from '../open-source'
import { applyFilters } from './row-filters'
import type { internalProductCategoryMapping, ProductMap } from './spec'

type MapParams = ParamsOf<typeof internalProductCategoryMapping>

/** One row of the file: its product and its need state, upper-cased. */
type Pair = { readonly row: number; readonly product: string; readonly group: string }

export const noGroup = 'DEFAULT'

/**
 * Distinct (product, need state) pairs. Where rows of one pair differ in an attribute, the first in
 * the order of their cells stands for the pair, whatever the order of the file.
 * Errors: `missing_role`, `missing_column`, `column_type`.
 */
export async function compute(
  _inputs: object,
  params: MapParams,
  context: ComputeContext,
): Promise<ProductMap> {
  const source = onlySource(context, 'product_map')
  const productName = requireName(source, 'product_map', 'product')
  const groupName = requireName(source, 'product_map', 'group')
  const table = await readWhole(source)
  const products = idColumn(table, source, productName)
  const groups = columnNamed(table, groupName)
  const withProduct = rowsOf(table).filter((row) => hasText(products, row))
  const { kept, filters } = applyFilters(table, withProduct, { products, params })
  const groupAt = (row: number) => {
    const text = groups === null ? null : cellText(groups, row)
    return text === null || text.trim() === '' ? null : text
  }
  const pairs = kept.map((row) => ({
    row,
    product: products.levels[products.codes[row]],
    group: (groupAt(row) ?? noGroup).toUpperCase(),
  }))
  const attributes = table.columns.filter(({ name }) => name !== productName && name !== groupName)
  const distinct = distinctPairs(pairs, attributes)
  const indexed = indexPairs(distinct)
  const nShared = countShared(indexed.product)
  if (nShared > 0)
    context.log(
      'info',
      `Products in several need states: ${nShared} of ${indexed.products.length}.`,
    )
  return {
    ...indexed,
    attributes: selectCells(attributes, distinct),
    nRows: table.nRows,
    nWithoutProduct: table.nRows - withProduct.length,
    nWithoutGroup: kept.filter((row) => groupAt(row) === null).length,
    nDuplicates: kept.length - distinct.length,
    nFiltered: withProduct.length - kept.length,
    filters,
  }
}

function rowsOf({ nRows }: Table): readonly number[] {
  return Array.from({ length: nRows }, (_, row) => row)
}

/** Sorted by product, then need state. */
function distinctPairs(pairs: readonly Pair[], attributes: readonly Column[]): readonly Pair[] {
  const compareCells = (a: number, b: number) => {
    for (const column of attributes) {
      const order = compareText(cellText(column, a) ?? '', cellText(column, b) ?? '')
      if (order !== 0) return order
    }
    return a - b
  }
  const sorted = [...pairs].sort(
    (a, b) =>
      compareText(a.product, b.product) ||
      compareText(a.group, b.group) ||
      compareCells(a.row, b.row),
  )
  return sorted.filter((pair, i) => {
    const before = sorted[i - 1]
    return i === 0 || before.product !== pair.product || before.group !== pair.group
  })
}

function indexPairs(pairs: readonly Pair[]) {
  const products = createInterner()
  const product = Int32Array.from(pairs, (pair) => products.codeOf(pair.product))
  const groups = [...new Set(pairs.map(({ group }) => group))].sort(compareText)
  const codeOfGroup = new Map(groups.map((group, code) => [group, code]))
  const group = Int32Array.from(pairs, (pair) => codeOfGroup.get(pair.group) ?? -1)
  return { products: products.levels, groups, product, group }
}

/** Products that stand in more than one pair; `product` is sorted. */
function countShared(product: Int32Array): number {
  return product.filter((code, i) => code === product[i - 1] && code !== product[i - 2]).length
}

function selectCells(columns: readonly Column[], pairs: readonly Pair[]): readonly Column[] {
  const rows = pairs.map(({ row }) => row)
  return selectRows({ nRows: rows.length, columns }, rows).columns.map((column) =>
    column.type === 'number' ? column : sortLevels(column),
  )
}

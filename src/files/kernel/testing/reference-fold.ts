import { compareText } from '../../../table/compare-text'
import { createIdLookup } from '../../../table/id-lookup'
import { createLeftOut } from '../../../table/left-out'
import type { CategoryFold, FoldPlan, SalesFold } from '../../../table/sales-fold'
import { cellText, columnNamed, type Table } from '../../../table/table'
import { readChunks } from '../../read-table'
import type { SourceProfile } from '../../source-profile'

type Used = {
  readonly category: string
  readonly store: string
  readonly product: string
  readonly units: number
}

/** The fold written for its readers: all rows in memory, filtered and summed by name. */
export async function foldPlainly(
  blob: Blob,
  profile: SourceProfile,
  plan: FoldPlan,
): Promise<SalesFold> {
  const { columns } = plan
  const ids = [
    columns.store,
    columns.product,
    ...(columns.category === null ? [] : [columns.category]),
  ]
  const lookup = createIdLookup(plan.products, plan.idRules)
  const leftOut = createLeftOut(plan)
  const used: Used[] = []
  let nRows = 0
  let nWithoutCategory = 0
  for await (const { table } of readChunks(blob, profile, ids)) {
    for (let i = 0; i < table.nRows; i++) {
      nRows++
      const store = textAt(table, columns.store, i)
      const product = textAt(table, columns.product, i)
      const named = columns.category === null ? plan.wholeFile : textAt(table, columns.category, i)
      const category = named ?? plan.unmapped
      const value = numberAt(table, columns.value, i)
      const units = Math.round(value * 10 ** plan.decimals)
      if (store === null || product === null || Number.isNaN(value)) {
        leftOut.reject({ store, product, category, value, units, row: nRows })
        continue
      }
      const place = lookup.indexOf(product)
      const leftOutBy = place === -1 ? -1 : plan.leftOutBy[place]
      if (leftOut.isFiltered({ store, category, value, leftOutBy })) continue
      used.push({ category, store, product, units })
      if (named === null) nWithoutCategory++
    }
  }
  const storeIds = distinct(used.map(({ store }) => store))
  const products = distinct(used.map(({ product }) => product))
  const groupsOf = (product: string): number[] => {
    const place = lookup.indexOf(product)
    if (place === -1) return []
    return [...plan.groups.subarray(plan.groupStarts[place], plan.groupStarts[place + 1])]
  }
  return {
    nRows,
    nUsed: used.length,
    nWithoutCategory,
    totalUnits: sum(used.map(({ units }) => units)),
    magnitude: sum(used.map(({ units }) => Math.abs(units))),
    storeIds,
    products,
    categories: distinct(used.map(({ category }) => category)).map((name) =>
      foldCategory(
        name,
        used.filter(({ category }) => category === name),
        {
          storeIds,
          products,
          groupsOf,
          multiple: plan.multiple,
        },
      ),
    ),
    ...leftOut.report((category, store) =>
      used.some((row) => row.category === category && row.store === store),
    ),
  }
}

type Names = {
  readonly storeIds: readonly string[]
  readonly products: readonly string[]
  readonly groupsOf: (product: string) => number[]
  readonly multiple: number
}

function foldCategory(name: string, rows: readonly Used[], names: Names): CategoryFold {
  const { groupsOf } = names
  const stores = distinct(rows.map(({ store }) => store))
  const products = distinct(rows.map(({ product }) => product))
  const groups = [...new Set(products.flatMap(groupsOf))].sort((a, b) => a - b)
  const ofStore = stores.map((store) => rows.filter((row) => row.store === store))
  const ofProduct = products.map((product) => rows.filter((row) => row.product === product))
  const isMatched = ({ product }: Used): boolean => groupsOf(product).length > 0
  const unitsOf = (some: readonly Used[]): number => sum(some.map(({ units }) => units))
  const shareOf = (row: Used, group: number): number => {
    const all = groupsOf(row.product)
    return all.includes(group) ? row.units * (names.multiple / all.length) : 0
  }
  return {
    name,
    nRows: rows.length,
    stores: Int32Array.from(stores, (store) => names.storeIds.indexOf(store)),
    unmatched: Float64Array.from(ofStore, (some) => unitsOf(some.filter((row) => !isMatched(row)))),
    nRowsOfStore: Int32Array.from(ofStore, (some) => some.length),
    nMatchedOfStore: Int32Array.from(ofStore, (some) => some.filter(isMatched).length),
    groups: Int32Array.from(groups),
    units: Float64Array.from(
      ofStore.flatMap((some) => groups.map((group) => sum(some.map((row) => shareOf(row, group))))),
    ),
    products: Int32Array.from(products, (product) => names.products.indexOf(product)),
    unitsOfProduct: Float64Array.from(ofProduct, unitsOf),
    nRowsOfProduct: Int32Array.from(ofProduct, (some) => some.length),
  }
}

function textAt(table: Table, name: string, row: number): string | null {
  const column = columnNamed(table, name)
  const text = column === null ? null : cellText(column, row)
  return text === '' ? null : text
}

function numberAt(table: Table, name: string, row: number): number {
  const column = columnNamed(table, name)
  return column?.type === 'number' ? column.values[row] : NaN
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort(compareText)
}

/** From +0, so that no sum is -0. */
function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

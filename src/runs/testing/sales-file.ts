import type { SourceColumns } from '../../assets/source'
import { inspectFile } from '../../files/inspect'
import type { FoldPlan } from '../../table/sales-fold'
import type { Source } from '../contract'
import { toySource } from './toy-run'

const columns: SourceColumns = {
  store: 'STORE',
  product: 'SKU',
  category: 'CAT',
  value: 'SALES',
  group: null,
}

/** Product 1 is in two need states, 2 in three, 3 in one; 4 is left out, others are not mapped. */
export const salesPlan: FoldPlan = {
  columns: { store: 'STORE', product: 'SKU', category: 'CAT', value: 'SALES' },
  products: ['1', '2', '3', '4'],
  idRules: [],
  groupStarts: Int32Array.of(0, 2, 5, 6, 6),
  groups: Int32Array.of(0, 1, 0, 2, 3, 3),
  productFilters: ['exclude_new_items'],
  leftOutBy: Int32Array.of(-1, -1, -1, 0),
  multiple: 6,
  decimals: 2,
  excludeStores: ['out'],
  minValue: -5,
  onlyPositive: false,
  unmapped: 'UNMAPPED',
  wholeFile: 'all',
  memoryBudget: Infinity,
}

/** A file of sales with the columns of the plan, as it was inspected. */
export async function openSales(csv: string) {
  const blob = new Blob([csv])
  const inspected = await inspectFile('s.csv', blob)
  if (!inspected.ok) throw new Error(inspected.failure.message)
  const file = { kind: 'blob', name: 's.csv', blob } as const
  const source: Source = { ...toySource(null), file, profile: inspected.profile, columns }
  return { blob, source }
}

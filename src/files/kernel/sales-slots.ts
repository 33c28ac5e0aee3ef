import type { FoldPlan } from '../../table/sales-fold'
import type { SourceProfile } from '../source-profile'
import { type CellLayout, kindsOfBytes } from './cell-layout'

/** Where the cells of a column are: its place in a row of texts, and its slot in a batch. */
export type SalesSlot = { readonly column: number; readonly slot: number }

export type SalesSlots = {
  readonly store: SalesSlot
  readonly product: SalesSlot
  readonly value: SalesSlot
  readonly category: SalesSlot | null
  readonly layout: Omit<CellLayout, 'until'>
}

/** Only the columns that the fold needs get slots; the others are passed over. */
export function planSlots(profile: SourceProfile, named: FoldPlan['columns']): SalesSlots {
  const columnOf = (name: string): number => {
    const column = profile.columns.findIndex((column) => column.name === name)
    if (column === -1) throw new Error(`no column ${name}`)
    return column
  }
  const taken: number[] = []
  const slotOf = (name: string): SalesSlot => {
    const column = columnOf(name)
    if (!taken.includes(column)) taken.push(column)
    return { column, slot: taken.indexOf(column) }
  }
  const store = slotOf(named.store)
  const product = slotOf(named.product)
  const value = slotOf(named.value)
  const category = named.category === null ? null : slotOf(named.category)
  const minCells = 1 + taken.reduce((last, column) => Math.max(last, column), 0)
  const slots = new Int16Array(minCells).fill(-1)
  taken.forEach((column, slot) => {
    slots[column] = slot
  })
  const kinds = kindsOfBytes(profile.options.delimiter)
  const layout = {
    kinds,
    slots,
    nSlots: taken.length,
    minCells,
    maxCells: Infinity,
    ordinary: null,
  }
  return { store, product, value, category, layout }
}

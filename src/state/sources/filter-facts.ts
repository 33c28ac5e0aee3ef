import { isStateName } from '../../assets/column-use'
import { unmapped } from '../../assets/preprocessing/partition-names'
import type { Source } from '../../runs/contract'
import { internalSources, joinedIds } from '../../runs/store-overlap'
import type { AppState } from '../app-state'
import { remember } from '../remember'
import { readySources } from '../selectors'

type Column = Source['profile']['columns'][number]

/** What the files on the desk say of what can be filtered, before a run. */
export type FilterFacts = {
  /** Null where a side has no file, or not every id of it is known. */
  readonly internalIds: readonly string[] | null
  readonly externalIds: readonly string[] | null
  readonly nExternalFiles: number
  /** Column names of stores: the head of a pasted list is none of its ids. */
  readonly storeColumns: readonly string[]
  /** Every category of the internal file; null where there is no such column, or too many. */
  readonly categories: readonly string[] | null
  /** The columns that say in which state a store is, with what they hold. */
  readonly stateColumns: readonly {
    readonly file: string
    readonly column: string
    readonly states: readonly string[]
  }[]
  /** The column of money of the sales file; null without one. */
  readonly value: Column | null
  /** Whether the product map has such columns; null without a product map. */
  readonly productFlags: { readonly newItem: boolean; readonly toBeDropped: boolean } | null
}

export function selectFilterFacts(state: AppState): FilterFacts {
  return factsOf(readySources(state))
}

const factsOf = remember(filterFactsOf)

export function filterFactsOf(sources: readonly Source[]): FilterFacts {
  const internal = internalSources(sources)
  const external = sources.filter(({ role }) => role === 'external')
  const sales = internal.find(({ role }) => role === 'sales')
  return {
    internalIds: joinedIds(internal, []),
    externalIds: joinedIds(external, []),
    nExternalFiles: external.length,
    storeColumns: sources.flatMap(({ columns }) => columns.store ?? []),
    categories: categoriesOf(internal),
    stateColumns: sources
      .filter(({ role }) => role === 'external' || role === 'store_metrics')
      .flatMap(stateColumnsOf),
    value: sales === undefined ? null : columnOf(sales, sales.columns.value),
    productFlags: productFlagsOf(sources),
  }
}

function columnOf({ profile }: Source, name: string | null): Column | null {
  return profile.columns.find((column) => column.name === name) ?? null
}

function categoriesOf(internal: readonly Source[]): readonly string[] | null {
  const [source] = internal
  const column = source === undefined ? null : columnOf(source, source.columns.category)
  if (column === null || !column.levelsAreComplete) return null
  return column.nMissing > 0 ? [...column.levels, unmapped] : column.levels
}

function stateColumnsOf({ name, profile }: Source): FilterFacts['stateColumns'] {
  return profile.columns
    .filter((column) => isStateName(column.name) && column.levelsAreComplete)
    .map((column) => ({ file: name, column: column.name, states: column.levels }))
}

function productFlagsOf(sources: readonly Source[]): FilterFacts['productFlags'] {
  const map = sources.find(({ role }) => role === 'product_map')
  if (map === undefined) return null
  const names = new Set(map.profile.columns.map(({ name }) => name.trim().toUpperCase()))
  return { newItem: names.has('NEW_ITEM'), toBeDropped: names.has('TO_BE_DROPPED') }
}

import { normalForm } from '../../table/normal-form'
import { compareText } from '../../table/compare-text'
import { cellText, type Column } from '../../table/table'
import { isStateName } from '../column-use'
import { AssetError } from '../failure'
import { firstFew } from '../first-few'
import type { CheckOutcome } from '../spec'
import type { StoreRows } from '../store-rows'

export type StateFilter = {
  /** Sorted by store. */
  readonly leftOut: readonly { readonly storeId: string; readonly reason: string }[]
  /** The column that was asked; null where no states are named, or there is no such column. */
  readonly stateColumn: string | null
  /** States that are named and in no cell, as they are named. */
  readonly unknownStates: readonly string[]
}

/**
 * Which stores are left out because their state is not among the named ones, blanks and case aside.
 * Without named states, or without a column of states, none. Error: `unknown_state` where no store
 * would be left.
 */
export function filterByState(
  columns: readonly Column[],
  stores: StoreRows,
  states: readonly string[],
): StateFilter {
  const columnsOfState = columns.filter(({ name }) => isStateName(name))
  const [first] = columnsOfState
  if (states.length === 0 || first === undefined)
    return { leftOut: [], stateColumn: null, unknownStates: states }
  const stateOf = (rows: readonly number[]) => {
    for (const column of columnsOfState)
      for (const row of rows) {
        const state = cellText(column, row)
        if (state !== null) return state
      }
    return null
  }
  const found = stores.rows.map(stateOf)
  const wanted = new Set(states.map(plain))
  const known = new Set(found.flatMap((state) => (state === null ? [] : [plain(state)])))
  const leftOut = stores.storeIds.flatMap((storeId, i) => {
    const state = found[i]
    if (state !== null && wanted.has(plain(state))) return []
    return [
      { storeId, reason: state === null ? noState : `its state ${state} is left out by states` },
    ]
  })
  const unknownStates = states.filter((state) => !known.has(plain(state)))
  if (leftOut.length === stores.storeIds.length && leftOut.length > 0)
    throw nobodyThere(states, first.name, found)
  return { leftOut, stateColumn: first.name, unknownStates }
}

/** Whether every named state is in the file. */
export function everyStateKnown({
  stateColumn,
  unknownStates,
}: Pick<StateFilter, 'stateColumn' | 'unknownStates'>): CheckOutcome {
  return {
    passed: unknownStates.length === 0,
    metadata: {
      unknown: unknownStates.length,
      first: firstFew(unknownStates),
      state_column: stateColumn,
    },
  }
}

const noState = 'its state is not known, and states names those to keep'

function plain(state: string): string {
  return normalForm(state, ['trim', 'nfc', 'case'])
}

function nobodyThere(
  states: readonly string[],
  column: string,
  found: readonly (string | null)[],
): AssetError {
  const known = [...new Set(found.flatMap((state) => state ?? []))].sort(compareText)
  return new AssetError({
    code: 'unknown_state',
    message: `No store is in ${firstFew(states)}, by the column ${column}.`,
    path: 'states',
    hint: known.length === 0 ? `${column} is empty.` : `It holds ${firstFew(known, 12)}.`,
  })
}

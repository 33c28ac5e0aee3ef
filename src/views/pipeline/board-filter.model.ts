import type { NamedCause } from '../../state/plan/stale-causes'
import type { AssetTile, PartitionTile, Status } from './asset-tile.model'

/** What an asset can be filtered by: its status, or that it is being made. */
export type TileState = Status | 'running'

export const tileStates: readonly TileState[] = ['fresh', 'stale', 'missing', 'failed', 'running']

export type BoardFilter = {
  /** Part of a label, key, parameter or check name. */
  readonly text: string
  readonly states: ReadonlySet<TileState>
  /** Ids of named causes. */
  readonly causes: ReadonlySet<string>
  readonly warns: boolean
}

export const noFilter: BoardFilter = {
  text: '',
  states: new Set(),
  causes: new Set(),
  warns: false,
}

export function isFiltering({ text, states, causes, warns }: BoardFilter): boolean {
  return text.trim() !== '' || states.size > 0 || causes.size > 0 || warns
}

/** Keys of the assets that a filter leaves: all of its parts hold, of each part any choice. */
export function matchingKeys(
  tiles: readonly AssetTile[],
  filter: BoardFilter,
  causes: readonly Pick<NamedCause, 'id' | 'stale'>[],
): ReadonlySet<string> {
  const stale = new Set(
    causes.flatMap((cause) => (filter.causes.has(cause.id) ? [...cause.stale] : [])),
  )
  const words = filter.text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  const isLeft = (tile: AssetTile) =>
    words.every((word) => searchText(tile).includes(word)) &&
    (filter.states.size === 0 || tile.partitions.some((one) => hasState(one, filter.states))) &&
    (filter.causes.size === 0 || tile.partitions.some(({ id }) => stale.has(id))) &&
    (!filter.warns || tile.hasWarning)
  return new Set(tiles.flatMap((tile) => (isLeft(tile) ? [tile.key] : [])))
}

function hasState({ status, activity }: PartitionTile, states: ReadonlySet<TileState>): boolean {
  return states.has(status) || (activity === 'running' && states.has('running'))
}

function searchText({ label, branch, key, spec }: AssetTile): string {
  const checks = spec.checks.map(({ name }: { readonly name: string }) => name)
  const params = Object.entries<{ readonly label: string }>(spec.params)
  const named = params.flatMap(([name, param]) => [name, param.label])
  return [label, branch ?? '', key, ...named, ...checks].join(' ').toLowerCase()
}

/** How many assets are in each state. */
export function countStates(tiles: readonly AssetTile[]): ReadonlyMap<TileState, number> {
  return new Map(
    tileStates.map((state) => {
      const states = new Set([state])
      const has = (tile: AssetTile) => tile.partitions.some((one) => hasState(one, states))
      return [state, tiles.filter(has).length]
    }),
  )
}

/** The set with a choice put in, or taken out where it was. */
export function toggled<T>(chosen: ReadonlySet<T>, choices: readonly T[]): ReadonlySet<T> {
  const areIn = choices.every((choice) => chosen.has(choice))
  const rest = [...chosen].filter((one) => !choices.includes(one))
  return new Set(areIn ? rest : [...rest, ...choices])
}

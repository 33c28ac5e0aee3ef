import type { PlacedTile } from './graph-geometry'
import type { Wire } from './graph-wires'

export type Step = 'upstream' | 'downstream' | 'before' | 'after' | 'first' | 'last'

type Places = { readonly tiles: readonly PlacedTile[]; readonly wires: readonly Wire[] }

/**
 * Where a step from a tile leads: along a wire to the nearest tile, or to the one before or after it,
 * which is its sibling in the row, then the next row: so every tile is reached. `null` at the ends.
 */
export function stepFrom(key: string, step: Step, { tiles, wires }: Places): string | null {
  const inOrder = tiles.toSorted((a, b) => a.y - b.y || a.x - b.x)
  const here = inOrder.find(({ tile }) => tile.key === key)
  if (step === 'first') return inOrder[0]?.tile.key ?? null
  if (step === 'last') return inOrder.at(-1)?.tile.key ?? null
  if (here === undefined) return null
  if (step === 'upstream')
    return nearest(
      here,
      keysTo(wires, key).map((one) => placeOf(one, tiles)),
    )
  if (step === 'downstream')
    return nearest(
      here,
      keysFrom(wires, key).map((one) => placeOf(one, tiles)),
    )
  return inOrder[inOrder.indexOf(here) + (step === 'before' ? -1 : 1)]?.tile.key ?? null
}

function keysTo(wires: readonly Wire[], key: string): readonly string[] {
  return wires.flatMap(({ from, to }) => (to === key ? [from] : []))
}

function keysFrom(wires: readonly Wire[], key: string): readonly string[] {
  return wires.flatMap(({ from, to }) => (from === key ? [to] : []))
}

function placeOf(key: string, tiles: readonly PlacedTile[]): PlacedTile | undefined {
  return tiles.find(({ tile }) => tile.key === key)
}

function nearest(here: PlacedTile, places: readonly (PlacedTile | undefined)[]): string | null {
  const there = places.flatMap((place) => (place === undefined ? [] : [place]))
  const distance = ({ x, y }: PlacedTile) => Math.hypot(x - here.x, y - here.y)
  return there.toSorted((a, b) => distance(a) - distance(b))[0]?.tile.key ?? null
}

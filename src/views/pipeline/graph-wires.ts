import { directUpstream } from './direct-upstream'
import { lanes, pitch, type PlacedTile, tileHeight } from './graph-geometry'

export type Wire = {
  readonly from: string
  readonly to: string
  /** SVG path in the same coordinates. */
  readonly path: string
}

/** A wire leaves and enters a tile this far from its left edge. */
const wireInset = 16

/** From every tile to those that read it directly; what follows from others is not drawn. */
export function wiresOf(placed: readonly PlacedTile[]): readonly Wire[] {
  const byKey = new Map(placed.map((place) => [place.tile.key, place]))
  return placed.flatMap((to) =>
    directUpstream(to.tile, byKey).flatMap((key) => {
      const from = byKey.get(key)
      return from === undefined ? [] : [{ from: key, to: to.tile.key, path: pathOf(from, to) }]
    }),
  )
}

function pathOf(from: PlacedTile, to: PlacedTile): string {
  if (from.y === to.y) {
    const y = from.y + tileHeight / 2
    return `M${from.x + from.width} ${y}H${to.x}`
  }
  const start = from.x + wireInset
  const end = to.x + wireInset
  const bottom = from.y + tileHeight
  const isFar = to.y - from.y > 2 * pitch && to.tile.group === 'cluster_analysis'
  if (isFar && from.tile.branch !== null) return aroundPath(from, to)
  return start === end
    ? `M${start} ${bottom}V${to.y}`
    : `M${start} ${bottom}V${to.y - 5}H${end}V${to.y}`
}

/** Past the rows between: out at the outer side of the lane, down, and in from above. */
function aroundPath(from: PlacedTile, to: PlacedTile): string {
  const isLeft = from.x < lanes.external.x
  const y = from.y + tileHeight / 2
  const edge = isLeft ? from.x : from.x + from.width
  const outside = isLeft ? from.x - 12 : from.x + from.width + 12
  return `M${edge} ${y}H${outside}V${to.y - 5}H${to.x + wireInset}V${to.y}`
}

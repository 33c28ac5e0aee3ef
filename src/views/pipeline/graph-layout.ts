import type { AssetTile } from './asset-tile.model'
import { directUpstream } from './direct-upstream'

/** What the picture depends on: not on status, so that it never jumps during a run. */
export type AssetShape = Pick<AssetTile, 'key' | 'branch' | 'group' | 'upstream'>

export type PlacedTile = {
  readonly tile: AssetShape
  readonly x: number
  readonly y: number
  readonly width: number
}

export type Wire = {
  readonly from: string
  readonly to: string
  /** SVG path in the same coordinates. */
  readonly path: string
}

export type Caption = {
  readonly text: string
  readonly detail: string
  readonly x: number
  readonly y: number
}

export type GraphLayout = {
  readonly tiles: readonly PlacedTile[]
  readonly wires: readonly Wire[]
  readonly captions: readonly Caption[]
  readonly width: number
  readonly height: number
}

export const tileHeight = 34
const pitch = 42
const groupGap = 8
const gutter = 80
const lanes = {
  internal: { x: gutter, width: 330 },
  external: { x: gutter + 370, width: 264 },
} as const
const fullWidth = 370 + 264
const gap = 16
const wireInset = 16

/**
 * The two branches side by side, group under group so that the same stage stands on one line; then
 * merging and analysis across both. Placed by hand, since the picture is the same for every chain.
 */
export function layoutGraph(tiles: readonly AssetShape[]): GraphLayout {
  const placed: PlacedTile[] = []
  const captions: Caption[] = laneCaptions(tiles)
  let y = 28
  for (const { group, caption } of bands) {
    const members = tiles.filter((tile) => tile.group === group)
    if (members.length === 0) continue
    captions.push({ text: caption, detail: '', x: 0, y: y + 9 })
    const rows = placeBand(members, y)
    placed.push(...rows)
    y = rows.reduce((lowest, place) => Math.max(lowest, place.y), y) + pitch + groupGap
  }
  const wires = wiresOf(placed)
  return { tiles: placed, wires, captions, width: gutter + fullWidth + gap, height: y - groupGap }
}

const bands: readonly { readonly group: AssetShape['group']; readonly caption: string }[] = [
  { group: 'preprocessing', caption: 'Read' },
  { group: 'feature_engineering', caption: 'Features' },
  { group: 'model_training', caption: 'Model' },
  { group: 'cluster_assignment', caption: 'Assign' },
  { group: 'merging', caption: 'Merge' },
  { group: 'cluster_analysis', caption: 'Analyse' },
]

/** What belongs to no branch first, across both; then the lanes. */
function placeBand(members: readonly AssetShape[], top: number): readonly PlacedTile[] {
  const joint = members.filter(({ branch }) => branch === null)
  const across = placeAcross(joint, top)
  return [...across, ...placeInLanes(members, top + Math.ceil(joint.length / 3) * pitch)]
}

function laneCaptions(tiles: readonly AssetShape[]): Caption[] {
  const has = (branch: AssetShape['branch']) => tiles.some((tile) => tile.branch === branch)
  const captions: Caption[] = []
  if (has('internal'))
    captions.push({
      text: 'Internal',
      detail: 'what sells in the store',
      x: lanes.internal.x,
      y: 0,
    })
  if (has('external'))
    captions.push({ text: 'External', detail: 'what surrounds it', x: lanes.external.x, y: 0 })
  return captions
}

function placeInLanes(members: readonly AssetShape[], top: number): PlacedTile[] {
  return (['internal', 'external'] as const).flatMap((branch) => {
    const lane = lanes[branch]
    const rows = rowsByDepth(members.filter((tile) => tile.branch === branch))
    return rows.flatMap((row, depth) => placeRow(row, { ...lane, y: top + depth * pitch }))
  })
}

/** Three to a row, in the order of the plan. */
function placeAcross(members: readonly AssetShape[], top: number): PlacedTile[] {
  const rows = Array.from({ length: Math.ceil(members.length / 3) }, (_, i) =>
    members.slice(3 * i, 3 * i + 3),
  )
  const third = (fullWidth - 2 * gap) / 3
  return rows.flatMap((row, i) =>
    row.map((tile, column) => ({
      tile,
      x: gutter + column * (third + gap),
      y: top + i * pitch,
      width: third,
    })),
  )
}

function placeRow(
  row: readonly AssetShape[],
  space: { readonly x: number; readonly y: number; readonly width: number },
): PlacedTile[] {
  const width = (space.width - gap * (row.length - 1)) / row.length
  return row.map((tile, i) => ({ tile, x: space.x + i * (width + gap), y: space.y, width }))
}

/** Longest path from the first assets of the group: what can be made at the same time is one row. */
function rowsByDepth(members: readonly AssetShape[]): readonly AssetShape[][] {
  const depths = new Map<string, number>()
  const rows: AssetShape[][] = []
  for (const tile of members) {
    const above = tile.upstream.map((key) => depths.get(key) ?? -1)
    const depth = above.reduce((most, one) => Math.max(most, one), -1) + 1
    depths.set(tile.key, depth)
    const row = rows[depth]
    if (row === undefined) rows[depth] = [tile]
    else row.push(tile)
  }
  return rows
}

function wiresOf(placed: readonly PlacedTile[]): readonly Wire[] {
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

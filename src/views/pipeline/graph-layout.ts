import { type AssetShape, gutter, lanes, pitch, type PlacedTile } from './graph-geometry'
import { wiresOf, type Wire } from './graph-wires'

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

const groupGap = 8
const fullWidth = 370 + 264
const gap = 16

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

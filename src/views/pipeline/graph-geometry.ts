import type { AssetTile } from './asset-tile.model'

/** What the picture depends on: not on status, so that it never jumps during a run. */
export type AssetShape = Pick<AssetTile, 'key' | 'branch' | 'group' | 'upstream'>

export type PlacedTile = {
  readonly tile: AssetShape
  readonly x: number
  readonly y: number
  readonly width: number
}

export const tileHeight = 34
export const pitch = 42
export const gutter = 80
export const lanes = {
  internal: { x: gutter, width: 330 },
  external: { x: gutter + 370, width: 264 },
} as const

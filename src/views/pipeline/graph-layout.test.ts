import { describe, expect, test } from 'vitest'
import { makeGraph } from '../../assets/graph'
import { specs } from '../../assets/specs'
import { directUpstream } from './direct-upstream'
import { type AssetShape, tileHeight } from './graph-geometry'
import { layoutGraph } from './graph-layout'

const roles = new Set(['sales', 'product_map', 'external'] as const)

function shapes(): readonly AssetShape[] {
  return makeGraph(specs, roles, { external_scope: 'global' }).nodes.map(({ spec, upstream }) => ({
    key: spec.key,
    branch: spec.branch,
    group: spec.group,
    upstream: upstream.map((one) => one.spec.key),
  }))
}

describe('layoutGraph(shapes)', () => {
  test('places every asset of the real graph, none over another', () => {
    const { tiles } = layoutGraph(shapes())
    expect(tiles).toHaveLength(shapes().length)
    for (const a of tiles)
      for (const b of tiles) {
        if (a === b) continue
        const apart =
          a.x + a.width <= b.x ||
          b.x + b.width <= a.x ||
          a.y + tileHeight <= b.y ||
          b.y + tileHeight <= a.y
        expect(apart, `${a.tile.key} over ${b.tile.key}`).toBe(true)
      }
  })

  test('data flows downward: an asset never stands above what it reads', () => {
    const { tiles } = layoutGraph(shapes())
    const y = new Map(tiles.map((place) => [place.tile.key, place.y]))
    for (const { tile } of tiles)
      for (const key of tile.upstream)
        expect(y.get(tile.key) ?? 0, `${tile.key} reads ${key}`).toBeGreaterThanOrEqual(
          y.get(key) ?? Number.POSITIVE_INFINITY,
        )
  })

  test('an empty graph has no tile and no wire', () => {
    expect(layoutGraph([])).toMatchObject({ tiles: [], wires: [], captions: [] })
  })
})

describe('directUpstream(tile, byKey)', () => {
  test('leaves out what another upstream already leads to', () => {
    const shape = (key: string, upstream: readonly string[]): AssetShape => ({
      key,
      upstream,
      branch: 'internal',
      group: 'preprocessing',
    })
    const chain = [shape('a', []), shape('b', ['a']), shape('c', ['a', 'b'])]
    const byKey = new Map(chain.map((tile) => [tile.key, { tile }]))
    expect(chain.map((tile) => directUpstream(tile, byKey))).toEqual([[], ['a'], ['b']])
  })
})

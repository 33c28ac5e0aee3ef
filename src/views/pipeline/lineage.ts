import type { AssetShape } from './graph-geometry'

/** Keys of an asset with all that it reads and all that reads it, directly or not. */
export type Lineage = {
  readonly upstream: ReadonlySet<string>
  readonly downstream: ReadonlySet<string>
}

/** What an asset stands between; `tiles` come upstream first. */
export function lineageOf(key: string, tiles: readonly AssetShape[]): Lineage {
  const downstream = new Set<string>([key])
  for (const tile of tiles)
    if (tile.upstream.some((one) => downstream.has(one))) downstream.add(tile.key)
  const upstream = new Set<string>([key])
  for (const tile of tiles.toReversed())
    if (upstream.has(tile.key)) for (const one of tile.upstream) upstream.add(one)
  upstream.delete(key)
  downstream.delete(key)
  return { upstream, downstream }
}

/** A wire of the lineage runs within one side of the asset, or touches it. */
export function isOnLineage(
  wire: { readonly from: string; readonly to: string },
  key: string,
  { upstream, downstream }: Lineage,
): boolean {
  const leadsHere = upstream.has(wire.from) && (wire.to === key || upstream.has(wire.to))
  const leadsOn = downstream.has(wire.to) && (wire.from === key || downstream.has(wire.from))
  return leadsHere || leadsOn
}

import type { AssetShape } from './graph-geometry'

type ByKey = ReadonlyMap<string, { readonly tile: AssetShape }>

/**
 * Upstream keys that no other upstream already leads to (transitive reduction): the wires that
 * have to be drawn for the rest to follow.
 */
export function directUpstream(tile: AssetShape, byKey: ByKey): readonly string[] {
  return tile.upstream.filter(
    (key) => !tile.upstream.some((other) => other !== key && leadsTo(key, other, byKey)),
  )
}

function leadsTo(from: string, to: string, byKey: ByKey): boolean {
  const upstream = byKey.get(to)?.tile.upstream ?? []
  return upstream.some((key) => key === from || leadsTo(from, key, byKey))
}

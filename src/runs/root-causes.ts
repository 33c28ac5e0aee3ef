import type { Cause, RootCause } from './cause'

/** An asset on the way up from the one that is asked about, with the way down from it. */
type Step = { readonly causes: readonly Cause[]; readonly path: readonly string[] }

/**
 * Where the staleness of an asset comes from: every asset above it, and itself, that something of
 * its own changed in, nearest first. Each root is told once, by its shortest way down.
 */
export function rootCausesOf(asset: {
  readonly id: string
  readonly causes: readonly Cause[]
}): readonly RootCause[] {
  const roots: RootCause[] = []
  const seen = new Set([asset.id])
  let level: readonly Step[] = [{ causes: asset.causes, path: [asset.id] }]
  while (level.length > 0) {
    const above: Step[] = []
    for (const { causes, path } of level)
      for (const cause of causes)
        if (cause.kind !== 'dependencies') roots.push({ id: path[0] ?? '', cause, path })
        else
          for (const { id, causes: ofUpstream } of cause.upstream) {
            if (seen.has(id)) continue
            seen.add(id)
            above.push({ causes: ofUpstream, path: [id, ...path] })
          }
    level = above
  }
  return roots
}

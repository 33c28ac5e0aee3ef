import type { RootCause } from './cause'
import type { PlannedAsset } from './plan'

/**
 * Where the staleness of an asset comes from: every asset above it, and itself, that something of
 * its own changed in, nearest first. Each root is told once, by its shortest way down.
 */
export function rootCausesOf(
  id: string,
  plan: ReadonlyMap<string, PlannedAsset>,
): readonly RootCause[] {
  const roots: RootCause[] = []
  const seen = new Set<string>([id])
  let level: readonly (readonly string[])[] = [[id]]
  while (level.length > 0) {
    const above: (readonly string[])[] = []
    for (const path of level) {
      const [top = ''] = path
      for (const cause of plan.get(top)?.causes ?? [])
        if (cause.kind !== 'dependencies') roots.push({ id: top, cause, path })
        else
          for (const upstream of cause.upstream)
            if (!seen.has(upstream)) {
              seen.add(upstream)
              above.push([upstream, ...path])
            }
    }
    level = above
  }
  return roots
}

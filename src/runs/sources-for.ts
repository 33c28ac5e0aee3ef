import type { Role } from '../assets/source'
import type { AnySpec } from '../assets/spec'
import { compareText } from '../table/compare-text'
import type { Source } from './contract'

/** The files an asset reads, in an order that does not depend on how they were added. */
export function sortedSourcesFor(spec: AnySpec, sources: readonly Source[]): readonly Source[] {
  const roles: readonly Role[] = spec.sources
  return roles.flatMap((role) =>
    sources.filter((source) => source.role === role).toSorted(byNameAndBytes),
  )
}

function byNameAndBytes(a: Source, b: Source): number {
  return compareText(a.name, b.name) || compareText(a.profile.digest, b.profile.digest)
}

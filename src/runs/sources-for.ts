import type { AnySpec, Role } from '../assets/spec'
import type { Source } from './contract'

/** The files an asset reads, in an order that does not depend on how they were added. */
export function sortedSourcesFor(spec: AnySpec, sources: readonly Source[]): readonly Source[] {
  const roles: readonly Role[] = spec.sources
  return roles.flatMap((role) =>
    sources.filter((source) => source.role === role).toSorted(byNameAndBytes),
  )
}

function byNameAndBytes(a: Source, b: Source): number {
  const [first, second] = [`${a.name}\n${a.profile.digest}`, `${b.name}\n${b.profile.digest}`]
  return first < second ? -1 : first > second ? 1 : 0
}

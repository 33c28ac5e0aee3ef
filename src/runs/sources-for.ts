import type { Role } from '../assets/source'
import type { AnySpec } from '../assets/spec'
import { compareText } from '../table/compare-text'
import type { Source } from './contract'

/** The files an asset reads, by name; files of one name as they were added, and as they are numbered. */
export function sortedSourcesFor(spec: AnySpec, sources: readonly Source[]): readonly Source[] {
  const roles: readonly Role[] = spec.sources
  return roles.flatMap((role) =>
    sources
      .filter((source) => source.role === role)
      .toSorted((a, b) => compareText(a.name, b.name)),
  )
}

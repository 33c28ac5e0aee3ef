import { profileInRoles } from '../../runs/profile-in-roles'
import type { Source } from '../../runs/contract'

const kept = new WeakMap<Source, Source['profile']>()

/** What a run makes of the file as its columns are chosen now; the same object while they stay. */
export function seenProfile(source: Source): Source['profile'] {
  const profile = kept.get(source) ?? profileInRoles(source)
  kept.set(source, profile)
  return profile
}

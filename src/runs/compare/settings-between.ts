import { type Configuration, type Section } from '../../config/configuration'
import { allParams, type KnownParam, resolveParam, sectionOf } from '../../config/params-for'
import { canonicalJson } from '../canonical-json'
import { type Change, isSame, type Part, partOf } from './change'

/** What a parameter was worth in both runs; `where` is `all` where it is worth the same everywhere. */
export type SettingChange = Change<unknown> & {
  readonly name: string
  readonly label: string
  readonly where: 'all' | 'internal' | 'external' | 'merging'
}

/** Every parameter as it was resolved, whichever layer it was written in. */
export function settingsBetween(before: Configuration, after: Configuration): Part<SettingChange> {
  const all = [...allParams().values()].flatMap((known) => changesOf(known, before, after))
  return partOf(all, (change) => !isSame(change))
}

function changesOf(
  known: KnownParam,
  before: Configuration,
  after: Configuration,
): readonly SettingChange[] {
  const { name, param } = known
  const changes = placesOf(known).map((section) => ({
    name,
    label: param.label,
    where: section === 'job_params' ? ('all' as const) : section,
    before: resolveParam(known, section, before).value,
    after: resolveParam(known, section, after).value,
  }))
  const kinds = new Set(changes.map((each) => canonicalJson([each.before, each.after])))
  const [first] = changes
  if (first === undefined || changes.length === 1 || kinds.size > 1) return changes
  return [{ ...first, where: 'all' }]
}

/** The sections in which some asset reads it; the graph and the run read `job_params`. */
function placesOf({ specs }: KnownParam): readonly Section[] {
  return specs.length === 0 ? ['job_params'] : [...new Set(specs.map(sectionOf))]
}

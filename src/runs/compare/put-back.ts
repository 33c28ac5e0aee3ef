import { type Configuration, type Section } from '../../config/configuration'
import { allParams, resolveParam } from '../../config/params-for'
import type { Baseline, RunRecord, RunRequest, Source } from '../contract'
import { findSource } from './find-sources'
import type { Thing } from './things-between'

/** What decides a run but for its name and what it is about. */
export type RunMakings = Required<Pick<RunRequest, 'configuration' | 'sources' | 'baseline'>>

export type PutBack =
  | { readonly ok: true; readonly makings: RunMakings }
  | { readonly ok: false; readonly obstacle: string }

export type AtHand = {
  readonly sources: readonly Source[]
  readonly baselineOf: (run: RunRecord) => Baseline | null
}

/** The makings of a later run with one thing as it was in the earlier run `a`; all else stays. */
export function putBack(thing: Thing, later: RunMakings, from: AtHand & { a: RunRecord }): PutBack {
  const { a } = from
  switch (thing.kind) {
    case 'setting': {
      const configuration = withSetting(thing.name, later.configuration, a.configuration)
      return { ok: true, makings: { ...later, configuration } }
    }
    case 'input':
      return withInput(thing, later, from)
    case 'overrides': {
      const overrides = a.configuration.overrides ?? []
      return {
        ok: true,
        makings: { ...later, configuration: { ...later.configuration, overrides } },
      }
    }
    case 'baseline': {
      const baseline = from.baselineOf(a)
      if (baseline === null && (a.baseline ?? null) !== null)
        return { ok: false, obstacle: `Run ${a.baseline?.seq}, its baseline then, is gone.` }
      return { ok: true, makings: { ...later, baseline } }
    }
    case 'code':
      return { ok: false, obstacle: 'The code that made the earlier run is not here any more.' }
  }
}

/** Written into every section, as the two runs may have said it in different ones. */
function withSetting(name: string, into: Configuration, from: Configuration): Configuration {
  const known = allParams().get(name)
  if (known === undefined) return into
  const sections = known.sections.map((section: Section) => {
    const { value } = resolveParam(known, section, from)
    return [section, { ...into[section], [name]: value }] as const
  })
  return { ...into, ...Object.fromEntries(sections) }
}

function withInput(
  { input }: Extract<Thing, { readonly kind: 'input' }>,
  later: RunMakings,
  { a, sources }: AtHand & { a: RunRecord },
): PutBack {
  const { before, after, role } = input
  const others = later.sources.filter(
    (source) => !(source.role === role && source.name === after?.name),
  )
  if (before === null) return { ok: true, makings: { ...later, sources: others } }
  const recorded = a.inputs.find((one) => one.role === role && one.name === before.name)
  const source = recorded === undefined ? null : findSource(recorded, sources)
  if (source === null)
    return { ok: false, obstacle: `${before.name} as it was then is not at hand: add it again.` }
  return { ok: true, makings: { ...later, sources: [...others, source] } }
}

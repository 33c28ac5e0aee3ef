import { external, internal, reassigned, specs } from '../../assets/specs'
import { wholeFile } from '../../assets/preprocessing/partition-names'
import { assetId } from '../address'
import type { RunRecord, RunRequest } from '../contract'
import type { RunComparison } from './compare-runs'
import { findSources } from './find-sources'
import type { Membership } from './membership'
import { type AtHand, putBack, type RunMakings } from './put-back'
import { tableKeysOf } from './store-rows'
import { type Thing, thingsBetween } from './things-between'

export type TrialRequest = Omit<RunRequest, 'runId'>

/**
 * How a thing is tested. `is_a`: it is all that differs, so the later run with it put back is the
 * earlier run. `trial`: a run of its own. `not_possible`: and why.
 */
export type PlannedTest = { readonly thing: Thing } & (
  | { readonly how: 'is_a' }
  | { readonly how: 'trial'; readonly request: TrialRequest }
  | { readonly how: 'not_possible'; readonly obstacle: string }
)

/** What it takes to say why stores moved, before anything is run. */
export type ExplanationPlan = {
  readonly comparison: RunComparison
  readonly memberships: readonly Membership[]
  readonly tests: readonly PlannedTest[]
  /** Trial runs, most of which take much from the cache. */
  readonly nTrials: number
}

/**
 * One test a thing that differs. `category` asks about one category only, with the clusters of the
 * whole chain; null about all of them.
 */
export function planExplanation(
  comparison: RunComparison,
  atHand: AtHand,
  category: string | null = null,
): ExplanationPlan {
  const memberships = comparison.memberships.filter(
    (one) =>
      one.moves.length > 0 &&
      (category === null || one.category === category || one.category === wholeFile),
  )
  const tests = memberships.length === 0 ? [] : testsOf(comparison, memberships, atHand)
  const nTrials = tests.filter(({ how }) => how === 'trial').length
  return { comparison, memberships, tests, nTrials }
}

function testsOf(
  comparison: RunComparison,
  memberships: readonly Membership[],
  atHand: AtHand,
): readonly PlannedTest[] {
  const { a, b } = comparison
  const things = thingsBetween(comparison)
  const [only] = things
  if (only !== undefined && things.length === 1) return [{ thing: only, how: 'is_a' }]
  const later = makingsOf(b, atHand)
  const selection = selectionOf(b, memberships)
  return things.map((thing): PlannedTest => {
    if (!later.ok) return { thing, how: 'not_possible', obstacle: later.obstacle }
    const result = putBack(thing, later.makings, { ...atHand, a })
    if (!result.ok) return { thing, how: 'not_possible', obstacle: result.obstacle }
    const environment = b.environment ?? null
    const request = { ...result.makings, selection, environment, isTrial: true }
    return { thing, how: 'trial', request }
  })
}

/** What the later run was made of; a trial that differs in anything else would prove nothing. */
function makingsOf(b: RunRecord, { sources, baselineOf }: AtHand): ReturnType<typeof putBack> {
  const found = findSources(b, sources)
  if (found.missing.length > 0) {
    const names = found.missing.join(', ')
    return { ok: false, obstacle: `The later run cannot be repeated without ${names}.` }
  }
  const baseline = baselineOf(b)
  if (baseline === null && (b.baseline ?? null) !== null)
    return { ok: false, obstacle: 'The later run cannot be repeated: its baseline run is gone.' }
  if (!isOfThisCode(b))
    return { ok: false, obstacle: 'The later run was made by other code: run it again first.' }
  const makings: RunMakings = { configuration: b.configuration, sources: found.sources, baseline }
  return { ok: true, makings }
}

const codeNow: ReadonlyMap<string, string> = new Map(
  specs.map(({ key, codeVersion }) => [key, codeVersion]),
)

function isOfThisCode({ assets }: RunRecord): boolean {
  return assets.every(({ key, codeVersion }) => codeNow.get(key) === codeVersion)
}

/**
 * The placements that are asked about, with the models and tables that place single stores. Of
 * merged clusters both models, which know the ids that were carried on.
 */
function selectionOf(b: RunRecord, memberships: readonly Membership[]): string {
  const wanted = memberships.flatMap(({ view, category }) => {
    if (view === 'merged')
      return [
        [reassigned.key, category],
        [internal.model.key, category],
        [external.model.key, category],
        [external.model.key, wholeFile],
      ]
    const { assigned, model } = { internal, external }[view]
    return [assigned.key, model.key, ...tableKeysOf[view]].map((key) => [key, category])
  })
  const isWanted = ({ key, partition }: RunRecord['assets'][number]) =>
    wanted.some(([name, category]) => name === key && (partition ?? category) === category)
  return [...new Set(b.assets.filter(isWanted).map(assetId))].join(',')
}

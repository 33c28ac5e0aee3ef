import { external, internal, reassigned } from '../../assets/specs'
import type { RunRecord } from '../contract'
import type { ExplanationPlan, PlannedTest, TrialRequest } from './explanation-plan'
import { type Place, placementsFor, placementsOf } from './placements'
import { type Reason, reasonsOf } from './reasons-of'
import type { RunSide } from './run-side'
import type { Thing } from './things-between'

/** A thing with what came of its test; `note` says why there was none, or not in every category. */
export type TestedThing = {
  readonly thing: Thing
  readonly isTested: boolean
  readonly note: string
  /** Moves that it explains alone. */
  readonly nMoves: number
}

export type MembershipReasons = Place & {
  readonly reasons: ReadonlyMap<string, readonly Reason[]>
}

export type Explanation = {
  readonly things: readonly TestedThing[]
  readonly memberships: readonly MembershipReasons[]
}

export type ExplainPorts = {
  readonly a: RunSide
  readonly b: RunSide
  /** Makes a run of which no record is kept; one that was canceled ends the explanation. */
  readonly trial: (request: TrialRequest) => Promise<RunRecord>
  /** Where the values of trials are read. */
  readonly read: RunSide['read']
  readonly report: (nDone: number, nTrials: number) => void
}

/**
 * Says why stores moved, by test and never by guess: what differs is put back one at a time, and a
 * thing is a reason for every store that is then where it was.
 * @returns null when a trial was canceled
 */
export async function explainMoves(
  plan: ExplanationPlan,
  ports: ExplainPorts,
): Promise<Explanation | null> {
  const found = plan.memberships.map(({ view, category }) => ({
    view,
    category,
    reasons: new Map<string, readonly Reason[]>(),
  }))
  const before = await placementsOf(ports.a)
  const things: TestedThing[] = []
  let nDone = 0
  for (const test of plan.tests) {
    const reference = await referenceOf(test, ports)
    if (reference === 'canceled') return null
    if (test.how === 'trial') ports.report(++nDone, plan.nTrials)
    let nMoves = 0
    for (const [i, membership] of plan.memberships.entries()) {
      const earlier = placementsFor(before, membership)
      const testing = { thing: test.thing, reference: reference.side, membership, earlier }
      const reasons = await reasonsOf(testing, plan, ports)
      for (const [store, reason] of reasons)
        found[i]?.reasons.set(store, [...(found[i]?.reasons.get(store) ?? []), reason])
      nMoves += reasons.size
    }
    const { side, note } = reference
    things.push({ thing: test.thing, isTested: side !== null, note, nMoves })
  }
  return { things, memberships: found }
}

/** Why a store moved; nothing when no thing alone explains it: several at once. */
export function reasonsFor(
  { memberships }: Explanation,
  { view, category }: Place,
  store: string,
): readonly Reason[] {
  const found = memberships.find((one) => one.view === view && one.category === category)
  return found?.reasons.get(store) ?? []
}

type Reference = { readonly side: RunSide | null; readonly note: string }

async function referenceOf(
  test: PlannedTest,
  ports: ExplainPorts,
): Promise<Reference | 'canceled'> {
  if (test.how === 'is_a') return { side: ports.a, note: '' }
  if (test.how === 'not_possible') return { side: null, note: test.obstacle }
  const run = await ports.trial(test.request)
  if (run.status === 'canceled') return 'canceled'
  const note = run.errors[0]?.message ?? ''
  return { side: placesStores(run) ? { run, read: ports.read } : null, note }
}

const placing: ReadonlySet<string> = new Set([
  internal.assigned.key,
  external.assigned.key,
  reassigned.key,
])

function placesStores({ assets }: RunRecord): boolean {
  return assets.some(({ key, status }) => status === 'success' && placing.has(key))
}

import type { Branch } from '../../assets/spec'
import type { RunRecord } from '../../runs/contract'
import type { PendingRun } from '../../runs/pending-run'
import type { AppState, SliceApi } from '../app-state'
import { attempt } from '../attempt'
import { followRun } from './follow-run'
import { newRun } from './live-run'
import { runsToEnd } from './retention'
import { otherTabRuns, runAlone } from './run-alone'
import { failureOf } from '../failure-of'
import type { Services } from '../services'
import type { View } from '../view-slice'

/**
 * Asked for anew, an interrupted one that a person resumed, one that the page resumed itself, or one
 * that a watched file or the timer started.
 */
export type RunOrigin = 'asked' | 'resumed' | 'by itself' | 'watched'

/**
 * One run from its start to its record, followed by the state. What goes wrong is said there.
 * @returns whether it ended well
 */
export async function carryOut(
  run: PendingRun,
  services: Services,
  { set, get, origin }: SliceApi & { readonly origin: RunOrigin },
): Promise<boolean> {
  const { runId, selection } = run.request
  const nResumes = origin === 'by itself' ? run.nResumes : 0
  const live = { ...newRun(runId, selection, services.now()), nResumes }
  set({ live, runFailure: null })
  const events = followRun(runId, { set })
  const following = {
    emit: events.add,
    isCanceled: () => get().live?.isCanceling === true,
    tidy: () => makeRoom(services, { set, get }),
    isResumed: origin === 'resumed' || origin === 'by itself',
  }
  try {
    const record = await runAlone(run, services, following)
    if (record === null) {
      // Nobody asked for what the page started itself: the other tab shows how it goes on.
      if (origin === 'asked' || origin === 'resumed') set({ runFailure: otherTabRuns(selection) })
      return false
    }
    // Who looks at an earlier run is not taken away from it by a run that nobody pressed.
    if (origin !== 'watched')
      get().look({ runId: null, comparedRunId: null, ...branchToLookAt(get(), record) })
    if (record.seq === 0) set({ runFailure: record.errors.at(-1) ?? null })
    else void askToPersist(services, { set, get })
    return record.status === 'success'
  } catch (error) {
    set({ runFailure: failureOf(error) })
    return false
  } finally {
    events.end()
    await get().refreshStorage()
    set({ live: null })
    await get().findInterrupted()
  }
}

/** Old runs that nobody marked go, then values that no run names. The new run stays either way. */
async function makeRoom({ storage }: Services, { set, get }: SliceApi): Promise<void> {
  await attempt({ set }, async () => {
    const runs = await storage.listRuns()
    const marks = await storage.readMarks()
    await storage.endRuns(runsToEnd(runs, marks, get().keepRuns))
  })
}

/** Asked once, when there is something to keep; where the browser does not answer, nobody knows. */
async function askToPersist({ storage }: Services, { set, get }: SliceApi): Promise<void> {
  if (get().isPersisted !== null) return
  const isPersisted = await storage.persistence(true).catch(() => null)
  set({ isPersisted })
}

/** A run of one branch is looked at there; what was chosen stays where there is a choice. */
function branchToLookAt({ view }: AppState, { assets }: RunRecord): Partial<Pick<View, 'branch'>> {
  const has = (branch: Branch) =>
    assets.some(({ key, status }) => status === 'success' && key === `${branch}_assign_clusters`)
  if (view.branch === 'internal' && !has('internal') && has('external'))
    return { branch: 'external' }
  if (view.branch === 'external' && !has('external') && has('internal'))
    return { branch: 'internal' }
  return {}
}

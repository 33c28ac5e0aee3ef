import type { AssetFailure } from '../../assets/failure'
import type { Source } from '../../runs/contract'
import type { FoundRun } from '../../runs/pending-run'
import { planRun } from '../../runs/plan-run'
import type { AppState } from '../app-state'
import { readySources } from '../selectors'

/** A run that ends the page each time must not do so at every visit. */
export const resumesAtMost = 3

/** A run whose page ended before it did. */
export type InterruptedRun = {
  readonly id: string
  readonly selection: string
  /** Milliseconds since 1970. */
  readonly startedAt: number
  /** How many times it was started again without being asked. */
  readonly nResumes: number
  /** How far it was: its values that are kept, of those it is about. 0 of 0 where a file is lost. */
  readonly nKept: number
  readonly nTotal: number
  /** Why it is not started again by itself; null where it is. */
  readonly waitsFor: AssetFailure | null
  readonly found: FoundRun
}

/** How far a run was that was found without its tab, and whether it has to wait for a person. */
export function describeInterrupted(
  found: FoundRun,
  state: AppState,
  isUntold: boolean,
): InterruptedRun {
  const { knownVersions, hash } = state
  const { request, startedAt, nResumes } = withDesk(found, readySources(state))
  const lost = lostOf(found, readySources(state))
  const plan = lost === null ? planRun(request, { knownVersions, hash }) : null
  const inRun = plan?.ok === true ? plan.inRun : []
  return {
    id: request.runId,
    selection: request.selection,
    startedAt,
    nResumes,
    nKept: inRun.filter(({ status }) => status === 'fresh').length,
    nTotal: inRun.length,
    waitsFor:
      lost ?? (nResumes >= resumesAtMost ? resumedOften(found) : null) ?? untold(found, isUntold),
    found,
  }
}

/** The run with the files that were lost and are on the desk again, told by their bytes. */
export function withDesk(found: FoundRun, desk: readonly Source[]): FoundRun {
  const again = found.lostSources.flatMap((source) => {
    const file = desk.find(({ profile }) => profile.digest === source.profile.digest)?.file
    return file === undefined ? [] : [{ ...source, file }]
  })
  const isBack = new Set(again.map(({ id }) => id))
  return {
    ...found,
    request: { ...found.request, sources: [...found.request.sources, ...again] },
    lostSources: found.lostSources.filter(({ id }) => !isBack.has(id)),
  }
}

/** Why a run cannot be resumed: files of it that are nowhere. */
export function lostOf(found: FoundRun, desk: readonly Source[]): AssetFailure | null {
  const names = withDesk(found, desk).lostSources.map(({ name }) => name)
  if (names.length === 0) return null
  return {
    code: 'file_lost',
    message: `The run read ${names.join(' and ')}, which this browser no longer has.`,
    path: names.join(', '),
    hint: 'Add the same file again, then resume the run; or dismiss it.',
  }
}

function resumedOften({ nResumes, request }: FoundRun): AssetFailure {
  return {
    code: 'resumed_often',
    message: `The run was started again ${nResumes} times by itself and never came to its end.`,
    path: request.runId,
    hint: 'The page may run out of memory in it: leave out categories or columns, or resume it by hand.',
  }
}

/** Without Web Locks a run of another tab looks like one that was interrupted. */
function untold({ request }: FoundRun, isUntold: boolean): AssetFailure | null {
  if (!isUntold) return null
  return {
    code: 'tabs_unknown',
    message: 'On plain http the page cannot tell whether another tab is still at this run.',
    path: request.runId,
    hint: 'Resume it if no other tab of this page is open.',
  }
}

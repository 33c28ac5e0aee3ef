import type { AppState, SliceApi } from '../app-state'
import { selectIsBusy } from '../at-work'
import { carryOut } from '../runs/carry-out'
import { selectPlan, selectStale } from '../plan/plan-selectors'
import { newPendingRun } from '../runs/run-request'
import { selectionFor, selectReadiness } from '../selectors'
import type { Services } from '../services'
import { standingNow } from './look-at-folder'
import { happen, type WatchEvent } from './watch-state'
import { readTimer } from './timer'
import { judgeWish } from './wish'

/** Makes a wish of a time that has come, one for all that were missed. */
export function heedTimer({ now }: Pick<Services, 'now'>, { get, set }: SliceApi): void {
  const { timer, nextAt, wish } = get().watch
  if (timer === null || nextAt === null) return
  const reading = readTimer(timer, nextAt, now())
  if (reading.nextAt === nextAt) return
  const { dueAt } = reading
  const due = dueAt === null ? null : ({ by: 'timer', dueAt } as const)
  set(({ watch }) => ({ watch: { ...watch, nextAt: reading.nextAt, wish: wish ?? due } }))
}

/** Starts the run that nobody pressed, keeps it waiting, or says why there is none. */
export async function heedWish(services: Services, api: SliceApi): Promise<void> {
  const { wish } = api.get().watch
  if (wish === null) return
  const isBusy = selectIsBusy(api.get()) || (await isRunElsewhere(services.tabs))
  // What was wished may be taken back while the tabs are asked.
  if (api.get().watch.wish !== wish) return
  const at = services.now()
  const verdict = judgeWish(wish, { ...factsOf(api.get(), at), isBusy })
  if (verdict === 'wait') return
  const event: WatchEvent =
    verdict === 'start'
      ? { at, kind: 'started', wish }
      : { at, kind: 'skipped', wish, why: verdict }
  happen(api, event, () => ({ wish: null }))
  if (verdict === 'start') void start(services, api)
}

async function start(services: Services, api: SliceApi): Promise<void> {
  const selection = selectionFor(selectReadiness(api.get()))
  const run = newPendingRun(api.get(), selection, services)
  const isGood = await carryOut(run, services, { ...api, origin: 'watched' })
  happen(api, { at: services.now(), kind: 'ended', isGood })
}

/** Trial runs tell nobody; their locks do. */
async function isRunElsewhere(tabs: Services['tabs']): Promise<boolean> {
  const held = await tabs.held()
  return held !== null && [...held].some((name) => name.startsWith(tabs.lockOf('')))
}

function factsOf(state: AppState, at: number) {
  const { folder } = state.watch
  const isWritten =
    folder.status === 'watching' &&
    folder.files.some((file) => standingNow(file, at) === 'changing')
  const plan = selectPlan(state)
  return {
    isSettling: isWritten || state.entries.some(({ status }) => status === 'reading'),
    canRun: selectReadiness(state).can !== 'none' && plan.ok,
    hasWork: (plan.ok && plan.nToRun > 0) || selectStale(state).length > 0,
  }
}

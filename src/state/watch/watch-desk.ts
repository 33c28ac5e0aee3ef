import type { AppStateStore, SliceApi } from '../app-state'
import { failureOf } from '../failure-of'
import type { Services } from '../services'
import { lookAtFolder, lookEvery } from './look-at-folder'
import { heedTimer, heedWish } from './heed-wish'
import { handleOf, type WatchState } from './watch-state'

/**
 * Watches the folder and the clock while the page is open. A folder of an earlier visit is watched
 * again at once where the browser still allows it.
 * @returns how to stop
 */
export async function watchDesk(appState: AppStateStore, services: Services): Promise<() => void> {
  const api: SliceApi = { get: appState.getState, set: appState.setState }
  const say = (error: unknown) => api.set({ runFailure: failureOf(error) })
  let isLooking = false
  const tick = async () => {
    if (isLooking) return
    isLooking = true
    try {
      await lookAtFolder(services, api)
      heedTimer(services, api)
      await heedWish(services, api)
    } catch (error) {
      say(error)
    } finally {
      isLooking = false
    }
  }
  let stopObserving = () => {}
  const follow = (watch: WatchState) => {
    stopObserving()
    const handle = watch.folder.status === 'watching' ? watch.folder.handle : null
    stopObserving = handle === null ? () => {} : services.folders.observe(handle, () => void tick())
    if (handle !== null) void tick()
  }
  const unsubscribe = appState.subscribe(({ watch, live }, before) => {
    if (isOtherFolder(watch, before.watch)) follow(watch)
    // Every run takes up what has changed so far.
    if (live !== null && before.live === null && watch.changed.length > 0)
      api.set({ watch: { ...watch, changed: [] } })
  })
  const stopTicks = services.ticks(lookEvery, () => void tick())
  await wake(services, api).catch(say)
  return () => {
    stopTicks()
    unsubscribe()
    stopObserving()
  }
}

function isOtherFolder({ folder }: WatchState, { folder: before }: WatchState): boolean {
  return folder.status !== before.status || handleOf(folder) !== handleOf(before)
}

/** Goes on with the folder of the visit before, unless a person has to allow it first. */
async function wake({ folders }: Pick<Services, 'folders'>, { get, set }: SliceApi): Promise<void> {
  const { folder } = get().watch
  if (folder.status !== 'asleep' || !(await folders.mayRead(folder.handle, false))) return
  const { handle } = folder
  set(({ watch }) => ({
    watch: { ...watch, folder: { status: 'watching', handle, names: null, files: [] } },
  }))
}

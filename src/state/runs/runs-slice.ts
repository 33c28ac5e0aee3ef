import type { AssetFailure } from '../../assets/failure'
import type { RunRecord } from '../../runs/contract'
import type { RunElsewhere } from '../../runs/tab-message'
import type { Slice } from '../app-state'
import { isAtWork } from '../at-work'
import { attempt } from '../attempt'
import { carryOut } from './carry-out'
import type { LiveRun } from './live-run'
import { keptAtFirst } from './retention'
import { newPendingRun } from './run-request'
import type { Services } from '../services'

export type RunsSlice = {
  /** Newest first. */
  readonly runs: readonly RunRecord[]
  readonly live: LiveRun | null
  /** The run of another tab over the same storage: this one shows it and starts none. */
  readonly elsewhere: RunElsewhere | null
  /** Cache keys whose values are here; the plan calls those assets fresh. */
  readonly knownVersions: ReadonlySet<string>
  /** A run that could not even start, or a defect: said on the screen, never only logged. */
  readonly runFailure: AssetFailure | null
  readonly usedBytes: number | null
  /** `memory` is gone with this visit: the browser keeps nothing for the page. */
  readonly storage: 'memory' | 'kept'
  /** Whether the browser promises to keep it; null while nobody asked, or it cannot say. */
  readonly isPersisted: boolean | null
  /** How many of the newest runs are kept; those with a mark are kept besides. */
  readonly keepRuns: number
  /** Of the services: the plan is derived from the state, and versions are hashes. */
  readonly hash: Services['hash']
  /** True when the run ended well. */
  readonly startRun: (selection: string) => Promise<boolean>
  readonly cancelRun: () => void
  /** True when the run is out of sight; why not is told as the failure of a run. */
  readonly deleteRun: (id: string) => Promise<boolean>
  readonly restoreRun: (record: RunRecord) => Promise<boolean>
  readonly setKeepRuns: (n: number) => void
  readonly refreshStorage: () => Promise<void>
}

export const createRunsSlice =
  (services: Services): Slice<RunsSlice> =>
  (set, get) => {
    const { storage, tabs } = services
    const change = (write: () => Promise<void>) =>
      attempt({ set }, async () => {
        await write()
        tabs.tell({ type: 'changed' })
        await get().refreshStorage()
      })
    return {
      runs: [],
      live: null,
      elsewhere: null,
      knownVersions: new Set(),
      runFailure: null,
      usedBytes: null,
      storage: storage.kind,
      isPersisted: null,
      keepRuns: keptAtFirst,
      hash: services.hash,
      startRun: async (selection) => {
        if (isAtWork(get())) return false
        const run = newPendingRun(get(), selection, services)
        return carryOut(run, services, { set, get, origin: 'asked' })
      },
      cancelRun: () => {
        set(({ live }) => ({ live: live && { ...live, isCanceling: true } }))
        services.client.cancel()
      },
      deleteRun: (id) => change(() => storage.deleteRun(id)),
      restoreRun: (record) => change(() => storage.restoreRun(record)),
      setKeepRuns: (n) => set({ keepRuns: Math.max(1, Math.round(n)) }),
      refreshStorage: async () => {
        await attempt({ set }, async () => {
          const runs = await storage.listRuns()
          const marks = await storage.readMarks()
          const knownVersions = new Set(await storage.listVersions())
          set({ runs, marks, knownVersions, usedBytes: await storage.usedBytes() })
        })
      },
    }
  }

import { AssetError, type AssetFailure } from '../assets/failure'
import type { Branch } from '../assets/spec'
import type { RunEvent, RunRecord } from '../runs/contract'
import type { AppState, Slice } from './app-state'
import { createBatch } from './batch'
import { applyEvents, type LiveRun, newRun } from './live-run'
import { readySources } from './selectors'
import type { Services } from './services'
import type { View } from './view-slice'

/** Events of a run change the screen at most this often, in milliseconds. */
const showEvery = 100

export type RunsSlice = {
  /** Newest first. */
  readonly runs: readonly RunRecord[]
  readonly live: LiveRun | null
  /** Cache keys whose values are here; the plan calls those assets fresh. */
  readonly knownVersions: ReadonlySet<string>
  /** A run that could not even start, or a defect: said on the screen, never only logged. */
  readonly runFailure: AssetFailure | null
  readonly usedBytes: number | null
  /** Of the services: the plan is derived from the state, and versions are hashes. */
  readonly hash: Services['hash']
  /** True when the run ended well. */
  readonly startRun: (selection: string) => Promise<boolean>
  readonly cancelRun: () => void
  readonly deleteRun: (id: string) => Promise<void>
  readonly restoreRun: (record: RunRecord) => Promise<void>
  readonly refreshStorage: () => Promise<void>
}

export const createRunsSlice =
  (services: Services): Slice<RunsSlice> =>
  (set, get) => {
    const change = async (write: () => Promise<void>) => {
      try {
        await write()
        await get().refreshStorage()
      } catch (error) {
        set({ runFailure: failureOf(error) })
      }
    }
    return {
      runs: [],
      live: null,
      knownVersions: new Set(),
      runFailure: null,
      usedBytes: null,
      hash: services.hash,
      startRun: async (selection) => {
        if (get().live !== null) return false
        const id = services.newId()
        set({ live: newRun(id, selection, services.now()), runFailure: null })
        const events = createBatch<RunEvent>(
          (batch) => set(({ live }) => (live?.id === id ? { live: applyEvents(live, batch) } : {})),
          showEvery,
        )
        try {
          const sources = readySources(get())
          const { configuration } = get()
          const request = { runId: id, selection, sources, configuration }
          const record = await services.client.materialize(request, events.add)
          get().look({ runId: null, ...branchToLookAt(get(), record) })
          if (record.seq === 0) set({ runFailure: record.errors.at(-1) ?? null })
          return record.status === 'success'
        } catch (error) {
          set({ runFailure: failureOf(error) })
          return false
        } finally {
          events.end()
          await get().refreshStorage()
          set({ live: null })
        }
      },
      cancelRun: () => services.client.cancel(),
      deleteRun: (id) => change(() => services.storage.deleteRun(id)),
      restoreRun: (record) => change(() => services.storage.restoreRun(record)),
      refreshStorage: async () => {
        const { storage } = services
        try {
          const runs = await storage.listRuns()
          const knownVersions = new Set(await storage.listVersions())
          set({ runs, knownVersions, usedBytes: await storage.usedBytes() })
        } catch (error) {
          set({ runFailure: failureOf(error) })
        }
      },
    }
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

/** An error of the storage or the client as data: in its own words, or as a defect. */
export function failureOf(error: unknown): AssetFailure {
  if (error instanceof AssetError) return error.failure
  return {
    code: 'defect',
    message: error instanceof Error ? error.message : String(error),
    path: '',
    hint: 'Reload the page and run again. Your files and earlier runs are kept.',
  }
}

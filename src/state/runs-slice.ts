import { AssetError, type AssetFailure } from '../assets/failure'
import type { Branch } from '../assets/spec'
import { assetId } from '../runs/address'
import type { AssetRecord, RunEvent, RunRecord } from '../runs/contract'
import type { AppState, Slice } from './app-state'
import { readySources } from './selectors'
import type { Services } from './services'
import type { View } from './view-slice'

export type LiveAsset = {
  readonly activity: 'running' | 'done'
  readonly done: number
  readonly total: number
  readonly record: AssetRecord | null
}

/** A run while it goes on, as its events tell it. Keyed by `key[partition]`. */
export type LiveRun = {
  readonly id: string
  readonly selection: string
  readonly startedAt: number
  readonly total: number
  readonly toRun: number
  readonly assets: ReadonlyMap<string, LiveAsset>
}

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
  readonly startRun: (selection: string) => Promise<void>
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
        if (get().live !== null) return
        const id = services.newId()
        set({ live: newRun(id, selection, services.now()), runFailure: null })
        const emit = (event: RunEvent) =>
          set(({ live }) => (live?.id === id ? { live: applyEvent(live, event) } : {}))
        try {
          const sources = readySources(get())
          const { configuration } = get()
          const request = { runId: id, selection, sources, configuration }
          const record = await services.client.materialize(request, emit)
          get().look({ runId: null, ...branchToLookAt(get(), record) })
          if (record.seq === 0) set({ runFailure: record.errors.at(-1) ?? null })
        } catch (error) {
          set({ runFailure: failureOf(error) })
        } finally {
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

function newRun(id: string, selection: string, startedAt: number): LiveRun {
  return { id, selection, startedAt, total: 0, toRun: 0, assets: new Map() }
}

function applyEvent(live: LiveRun, event: RunEvent): LiveRun {
  switch (event.type) {
    case 'planned':
      return { ...live, total: event.total, toRun: event.toRun }
    case 'started':
      return withAsset(live, event, { activity: 'running', done: 0, total: 0, record: null })
    case 'progressed':
      return withAsset(live, event, {
        activity: 'running',
        done: event.done,
        total: event.total,
        record: null,
      })
    case 'materialized':
    case 'failed':
      return withAsset(live, event, { activity: 'done', done: 1, total: 1, record: event.asset })
    case 'logged':
      return live
  }
}

function withAsset(
  live: LiveRun,
  ref: { readonly key: string; readonly partition: string | null },
  asset: LiveAsset,
): LiveRun {
  return { ...live, assets: new Map(live.assets).set(assetId(ref), asset) }
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

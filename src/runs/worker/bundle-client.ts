import type { BundleContract } from '../bundle/bundle'
import type { BundleApi } from './bundle-api'
import { threadFailure } from './connection'
import { type Keeper, shareKeeper } from './keeper'
import { createThread, type ThreadOptions } from './thread'

export type BundleClientPorts = ThreadOptions & {
  /** Where values are kept, if not in IndexedDB. */
  readonly memory?: Keeper | null
}

/** The page's side of the thread that packs, opens and compares bundles, and writes tables. Failures are data. */
export function createBundleClient(ports: BundleClientPorts): BundleContract {
  const thread = createThread<BundleApi>(ports)
  const { memory = null } = ports
  const withKeeper = async <T>(work: (keeper: readonly MessagePort[]) => Promise<T>) => {
    const shared = memory === null ? null : shareKeeper(memory)
    try {
      return await work(shared === null ? [] : [shared.port])
    } finally {
      shared?.close()
    }
  }
  const refused = (error: unknown) =>
    ({ ok: false, failure: threadFailure(error, 'bundle') }) as const
  return {
    makeBundle: (request) =>
      withKeeper((keeper) =>
        thread.call((api) => api.makeBundle(request, ...keeper)).catch(refused),
      ),
    openBundle: (blob) => thread.call((api) => api.openBundle(blob)).catch(refused),
    lendBaseline: (blob, baseline) =>
      withKeeper((keeper) =>
        thread.call((api) => api.lendBaseline(blob, baseline, ...keeper)).catch(refused),
      ),
    takeBack: (addresses) =>
      withKeeper((keeper) => thread.call((api) => api.takeBack(addresses, ...keeper))),
    compareBundle: (blob, made) =>
      withKeeper((keeper) =>
        thread.call((api) => api.compareBundle(blob, made, ...keeper)).catch(refused),
      ),
    writeTable: (table, format) =>
      thread.call((api) => api.writeTable(table, format)).catch(refused),
  }
}

/** A client with a thread of its own, over what the page keeps. */
export function startBundleClient(memory: Keeper | null = null): BundleContract {
  return createBundleClient({
    spawn: () => new Worker(new URL('./bundle.worker.ts', import.meta.url), { type: 'module' }),
    memory,
    clock: () => Date.now(),
    idleAfter: 10_000,
  })
}

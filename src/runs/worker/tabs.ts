import type { TabMessage } from '../tab-message'

/** Held by the tab that runs something, so that one run at a time goes on over the same storage. */
const oneRun = 'store-clustering run'

/** Held by the tab that works on this run: while it is, the run was not interrupted. */
function lockOf(runId: string): string {
  return `${oneRun} ${runId}`
}

export type TabPorts = {
  /** Absent on plain http. */
  readonly locks?: Pick<LockManager, 'request' | 'query'> | undefined
  readonly channel?: Pick<BroadcastChannel, 'postMessage' | 'addEventListener'> | undefined
}

/**
 * The other tabs of this page, which share its storage. Without Web Locks each tab works as if it
 * were alone, and cannot tell whether a run was interrupted.
 */
export function createTabs({ locks, channel }: TabPorts) {
  const listeners = new Set<(message: TabMessage) => void>()
  channel?.addEventListener('message', ({ data }: MessageEvent<TabMessage>) => {
    for (const listener of listeners) listener(data)
  })
  return {
    lockOf,
    /** Does the work while no other tab runs anything; null when one does. */
    alone: async <T>(runId: string, work: () => Promise<T>): Promise<T | null> => {
      if (locks === undefined) return work()
      return locks.request(oneRun, { ifAvailable: true }, async (lock) =>
        lock === null ? null : locks.request(lockOf(runId), work),
      )
    },
    /** Locks of the runs that a tab works on at this moment; null where that cannot be told. */
    held: async (): Promise<ReadonlySet<string> | null> => {
      if (locks === undefined) return null
      const { held = [] } = await locks.query()
      return new Set(held.flatMap(({ name }) => name ?? []))
    },
    /** Resolves when the tab that works on a run has ended it or is gone. */
    over: async (runId: string): Promise<void> => {
      if (locks !== undefined) {
        await locks.request(lockOf(runId), { mode: 'shared' }, () => undefined)
        return
      }
      await new Promise<void>((resolve) => {
        const listener = (message: TabMessage) => {
          if (message.type !== 'over' || message.runId !== runId) return
          listeners.delete(listener)
          resolve()
        }
        listeners.add(listener)
      })
    },
    tell: (message: TabMessage) => channel?.postMessage(message),
    listen: (listener: (message: TabMessage) => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** What the browser gives the tabs to find each other. */
export function browserTabs(): TabPorts {
  // Not there on plain http, whatever its type says.
  const locks: LockManager | undefined = navigator.locks
  return { locks, channel: new BroadcastChannel('store-clustering') }
}

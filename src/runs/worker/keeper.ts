import * as Comlink from 'comlink'
import type { ValueCache } from '../cache/value-cache'
import type { LogStore, RunStore } from '../run-store'

/** Where a run reads and keeps: in IndexedDB, which every thread has, or in the page's memory. */
export type Keeper = {
  readonly cache: ValueCache
  readonly runs: Pick<RunStore, 'append' | 'list'>
  readonly log: LogStore
}

/** The same as one flat object: what comlink can call over a port. */
type FlatKeeper = ValueCache & {
  readonly append: RunStore['append']
  readonly listRuns: RunStore['list']
  readonly writeLog: LogStore['write']
}

export type SharedKeeper = {
  /** Hand it over in a comlink call; it goes away from this thread. */
  readonly port: MessagePort
  readonly close: () => void
}

/** A keeper for another thread, until it is closed. */
export function shareKeeper({ cache, runs, log }: Keeper): SharedKeeper {
  const { port1, port2 } = new MessageChannel()
  const api: FlatKeeper = {
    read: (address, only) => cache.read(address, only),
    readSummary: (address) => cache.readSummary(address),
    write: (address, entry) => cache.write(address, entry),
    list: () => cache.list(),
    remove: (address) => cache.remove(address),
    append: (draft) => runs.append(draft),
    listRuns: () => runs.list(),
    writeLog: (runId, entries) => log.write(runId, entries),
  }
  Comlink.expose(api, port1)
  return { port: Comlink.transfer(port2, [port2]), close: () => port1.close() }
}

/** The keeper of another thread. */
export function remoteKeeper(port: MessagePort): Keeper {
  const api = Comlink.wrap<FlatKeeper>(port)
  return {
    cache: {
      read: (address, only) => api.read(address, only),
      readSummary: (address) => api.readSummary(address),
      write: (address, entry) => api.write(address, entry),
      list: () => api.list(),
      remove: (address) => api.remove(address),
    },
    runs: { append: (draft) => api.append(draft), list: () => api.listRuns() },
    log: { write: (runId, entries) => api.writeLog(runId, entries) },
  }
}

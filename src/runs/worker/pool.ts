import * as Comlink from 'comlink'
import type { AssetTask, Execute, TaskResult } from '../task'
import { type Keeper, shareKeeper } from './keeper'
import { connect, type Connection, ThreadLost, type WorkerLike } from './connection'

/** What a worker of the pool offers. */
export type PoolContract = {
  readonly compute: (
    task: AssetTask,
    report: (done: number, total: number) => void,
    /** Where values are, if not in IndexedDB. */
    keeper?: MessagePort,
  ) => Promise<TaskResult>
}

export type Pool = {
  /** As `Execute`; `keeper` has the values where they are not in IndexedDB. */
  readonly execute: (
    ...args: [...Parameters<Execute>, keeper?: Keeper | null]
  ) => Promise<TaskResult>
}

/**
 * Workers that compute one task each at a time; started when first needed, kept for the next task.
 * A worker that is lost fails its own task and is replaced by a new one.
 */
export function createPool(size: number, spawn: () => WorkerLike): Pool {
  const idle: Connection<PoolContract>[] = []
  const waiting: ((connection: Connection<PoolContract>) => void)[] = []
  let nWorkers = 0

  const take = (): Promise<Connection<PoolContract>> => {
    const free = idle.pop()
    if (free !== undefined) return Promise.resolve(free)
    if (nWorkers < size) {
      nWorkers += 1
      return Promise.resolve(connect<PoolContract>({ spawn }))
    }
    return new Promise((resolve) => waiting.push(resolve))
  }
  const giveBack = (connection: Connection<PoolContract>) => {
    const next = waiting.shift()
    const usable = connection.isEnded() ? null : connection
    if (next !== undefined) next(usable ?? connect<PoolContract>({ spawn }))
    else if (usable === null) nWorkers -= 1
    else idle.push(usable)
  }
  const execute: Pool['execute'] = async (task, report, keeper = null) => {
    const connection = await take()
    const shared = keeper === null ? null : shareKeeper(keeper)
    try {
      return await connection.call((api) =>
        api.compute(task, Comlink.proxy(report), ...(shared === null ? [] : [shared.port])),
      )
    } catch (error) {
      if (!(error instanceof ThreadLost)) throw error
      return { ok: false, ms: 0, failure: error.failure, log: [] }
    } finally {
      shared?.close()
      giveBack(connection)
    }
  }
  return { execute }
}

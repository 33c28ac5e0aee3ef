import * as Comlink from 'comlink'
import type { Report } from '../../assets/source'
import type { SharedPieces, Piece, PieceResult } from '../pieces/piece'
import type { Outcome } from '../pieces/board'
import { createThreadPool } from '../pieces/thread-pool'
import type { AssetTask, Execute, TaskResult } from '../task'
import { type Keeper, shareKeeper } from './keeper'
import { handOver } from './hand-over'
import { connect, type Connection, ThreadLost, threadFailure, type WorkerLike } from './connection'

/** What a worker of the pool offers. */
export type PoolContract = {
  readonly compute: (
    task: AssetTask,
    report: Report,
    /** The board with the pieces of the task, which other workers can help with. */
    board: SharedPieces,
    /** Where values are, if not in IndexedDB. */
    keeper?: MessagePort,
  ) => Promise<TaskResult>
  /** Does a piece of the task of another worker. */
  readonly perform: (piece: Piece, tell: (done: number) => void) => Promise<Outcome<PieceResult>>
}

export type Pool = {
  /** As `Execute`; `keeper` has the values where they are not in IndexedDB. */
  readonly execute: (
    ...args: [...Parameters<Execute>, keeper?: Keeper | null]
  ) => Promise<TaskResult>
}

type Job = { readonly task: AssetTask; readonly keeper: Keeper | null }

/**
 * Workers that compute one task each at a time; started when first needed, kept for the next task.
 * A worker without a task helps with the pieces of another's. A worker that is lost fails the task
 * that it had a part in and is replaced by a new one.
 */
export function createPool(size: number, spawn: () => WorkerLike): Pool {
  const run = createThreadPool<Connection<PoolContract>, Job, Piece, PieceResult>(size, {
    open: () => connect<PoolContract>({ spawn }),
    isUsable: (connection) => !connection.isEnded(),
    compute: (connection, { task, keeper }, board, report) =>
      compute(connection, { task, keeper, board, report }),
    perform: async (connection, piece, tell) => {
      try {
        return await connection.call((api) => api.perform(piece, Comlink.proxy(tell)))
      } catch (error) {
        return { ok: false, failure: threadFailure(error, piece.file.name) }
      }
    },
  })
  return { execute: (task, report, keeper = null) => run({ task, keeper }, report) }
}

type Computing = Job & { readonly board: SharedPieces; readonly report: Report }

async function compute(
  connection: Connection<PoolContract>,
  { task, keeper, board, report }: Computing,
): Promise<TaskResult> {
  const shared = keeper === null ? null : shareKeeper(keeper)
  const rest = shared === null ? [] : ([shared.port] as const)
  const gather = async () => {
    const gathered = await board.gather()
    return handOver(
      gathered,
      gathered.map(({ outcome }) => outcome),
    )
  }
  try {
    return await connection.call((api) =>
      api.compute(task, Comlink.proxy(report), Comlink.proxy({ ...board, gather }), ...rest),
    )
  } catch (error) {
    if (!(error instanceof ThreadLost)) throw error
    return { ok: false, ms: 0, failure: error.failure, log: [] }
  } finally {
    shared?.close()
  }
}

import { Worker } from 'node:worker_threads'
import type { Report } from '../assets/source'
import type { Board, Outcome } from '../runs/pieces/board'
import type { Piece, PieceResult } from '../runs/pieces/piece'
import { createThreadPool } from '../runs/pieces/thread-pool'
import type { AssetTask, Execute, TaskResult } from '../runs/task'
import type { FromWorker, ToWorker, WorkerStart } from './task-messages'

export type Pool = {
  readonly execute: Execute
  /** Ends the threads; to be called when no task is under way. */
  readonly close: () => Promise<void>
}

type PieceBoard = Board<Piece, PieceResult>

/**
 * Threads that compute tasks, started when first needed and used again; those without a task help
 * with the pieces of another's.
 */
export function createPool(entry: URL, start: WorkerStart, size: number): Pool {
  const alive = new Set<Worker>()
  const execute = createThreadPool<Worker, AssetTask, Piece, PieceResult>(size, {
    open: () => {
      const worker = new Worker(entry, { workerData: start })
      alive.add(worker)
      worker.on('exit', () => alive.delete(worker))
      return worker
    },
    isUsable: (worker) => alive.has(worker),
    compute: (worker, task, board, report) => runTask(worker, { task, board, report }),
    perform: runPiece,
  })
  return {
    execute,
    close: async () => {
      await Promise.all([...alive].map((worker) => worker.terminate()))
    },
  }
}

type Running = {
  readonly task: AssetTask
  readonly board: PieceBoard
  readonly report: Report
}

/** Rejects when the thread dies: that is a defect, or the machine has no memory left. */
function runTask(worker: Worker, { task, board, report }: Running): Promise<TaskResult> {
  const message: ToWorker = { type: 'task', task }
  return converse(worker, message, {
    name: task.key,
    hear: (heard, send) => {
      if (heard.type === 'result') return heard.result
      if (heard.type === 'progress') report(heard.done, heard.total, heard.unit)
      else void answer(heard, board, send)
      return null
    },
  })
}

async function answer(
  heard: FromWorker,
  board: PieceBoard,
  send: (message: ToWorker) => void,
): Promise<void> {
  if (heard.type === 'offer') await board.offer(heard.pieces, heard.progress)
  if (heard.type === 'told') board.tell(heard.index, heard.done)
  if (heard.type === 'take') send({ type: 'taken', index: await board.take() })
  if (heard.type === 'gather') send({ type: 'gathered', gathered: await board.gather() })
}

async function runPiece(
  worker: Worker,
  piece: Piece,
  tell: (done: number) => void,
): Promise<Outcome<PieceResult>> {
  const { name } = piece.file
  const message: ToWorker = { type: 'piece', piece }
  const hear = (heard: FromWorker) => {
    if (heard.type === 'piece progress') tell(heard.done)
    return heard.type === 'outcome' ? heard.outcome : null
  }
  try {
    return await converse(worker, message, { name, hear })
  } catch (error) {
    return { ok: false, failure: lost(name, error) }
  }
}

type Talk<T> = {
  /** What the thread works on, for the words of its end. */
  readonly name: string
  /** The answer once it was heard; null before. */
  readonly hear: (message: FromWorker, send: (message: ToWorker) => void) => T | null
}

/** Sends a message and hears the thread until it has answered. */
function converse<T>(worker: Worker, message: ToWorker, { name, hear }: Talk<T>): Promise<T> {
  const send = (message: ToWorker) => worker.postMessage(message)
  return new Promise((resolve, reject) => {
    const settle = (then: () => void) => {
      worker.off('message', listen).off('error', fail).off('exit', end)
      then()
    }
    const listen = (heard: FromWorker) => {
      const answer = hear(heard, send)
      if (answer !== null) settle(() => resolve(answer))
    }
    const fail = (error: unknown) => settle(() => reject(error))
    const end = (code: number) =>
      settle(() => reject(new Error(`The thread of ${name} ended with code ${code}.`)))
    worker.on('message', listen).on('error', fail).on('exit', end)
    send(message)
  })
}

function lost(name: string, error: unknown) {
  return {
    code: 'worker_failed',
    message: `A computing thread that read ${name} stopped: ${error instanceof Error ? error.message : String(error)}.`,
    path: name,
    hint: 'Run again: what was finished is kept. If it comes back, take fewer threads: --workers 1.',
  }
}

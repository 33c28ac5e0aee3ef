import type { Report } from '../assets/source'
import type { Gathered, Outcome, Progress } from '../runs/pieces/board'
import type { Piece, PieceResult } from '../runs/pieces/piece'
import type { AssetTask, TaskResult } from '../runs/task'

/** What a worker is started with: the folder of the values that all workers share. */
export type WorkerStart = { readonly valuesFolder: string }

/** A worker has one task or one piece at a time. */
export type ToWorker =
  | { readonly type: 'task'; readonly task: AssetTask }
  | { readonly type: 'piece'; readonly piece: Piece }
  | { readonly type: 'taken'; readonly index: number | null }
  | { readonly type: 'gathered'; readonly gathered: readonly Gathered<PieceResult>[] }

export type FromWorker =
  | {
      readonly type: 'progress'
      readonly done: number
      readonly total: number
      readonly unit: Parameters<Report>[2]
    }
  | { readonly type: 'result'; readonly result: TaskResult }
  /** Of the pieces of its task: `take` and `gather` are answered. */
  | { readonly type: 'offer'; readonly pieces: readonly Piece[]; readonly progress: Progress }
  | { readonly type: 'take' }
  | { readonly type: 'gather' }
  | { readonly type: 'told'; readonly index: number; readonly done: number }
  /** Of a piece of another's task. */
  | { readonly type: 'piece progress'; readonly done: number }
  | { readonly type: 'outcome'; readonly outcome: Outcome<PieceResult> }

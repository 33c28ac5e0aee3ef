import type { AssetTask, TaskResult } from '../runs/task'

/** What a worker is started with: the folder of the values that all workers share. */
export type WorkerStart = { readonly valuesFolder: string }

export type ToWorker = { readonly task: AssetTask }

export type FromWorker =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'result'; readonly result: TaskResult }

import type { AssetFailure } from '../assets/failure'
import type { AssetRef, CheckRecord, Source } from './contract'

/** Where one upstream value is read from. */
export type TaskInput = {
  readonly name: string
  readonly fanIn: boolean
  readonly refs: readonly { readonly partition: string | null; readonly address: string }[]
}

/** One (asset, partition) to compute: plain data that can be posted to any thread. */
export type AssetTask = AssetRef & {
  /** Where the value is to be written. */
  readonly address: string
  readonly params: Readonly<Record<string, unknown>>
  readonly inputs: readonly TaskInput[]
  /** The files of the roles that the asset reads itself. */
  readonly sources: readonly Source[]
}

/** What became of a task: its value is in the cache, or there is a reason why not. */
export type TaskResult =
  | {
      readonly ok: true
      readonly ms: number
      readonly rows: number | null
      readonly checks: readonly CheckRecord[]
    }
  | { readonly ok: false; readonly ms: number; readonly failure: AssetFailure }

/** Computes a task somewhere: in this thread, a pool of workers, another process. */
export type Execute = (
  task: AssetTask,
  report: (done: number, total: number) => void,
) => Promise<TaskResult>

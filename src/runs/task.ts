import type { AssetFailure } from '../assets/failure'
import type { ActiveOverride } from '../assets/override'
import type { Report } from '../assets/source'
import type { LogLevel } from '../assets/spec'
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
  /** Where its own value of the baseline run is read from. */
  readonly baseline: string | null
  readonly overrides: readonly ActiveOverride[]
}

/** What an asset said while it was computed; `at` in milliseconds since it was started. */
export type TaskLine = { readonly at: number; readonly level: LogLevel; readonly message: string }

/** What became of a task: its value is in the cache, or there is a reason why not. */
export type TaskResult =
  | {
      readonly ok: true
      readonly ms: number
      readonly rows: number | null
      readonly checks: readonly CheckRecord[]
      readonly log: readonly TaskLine[]
    }
  | {
      readonly ok: false
      readonly ms: number
      readonly failure: AssetFailure
      readonly log: readonly TaskLine[]
    }

/** Computes a task somewhere: in this thread, a pool of workers, another process. */
export type Execute = (task: AssetTask, report: Report) => Promise<TaskResult>

import type { AnySpec } from '../assets/spec'
import type { ValueCache } from './cache/value-cache'
import type { KeepPorts } from './keep-run'
import type { RunStore } from './run-store'
import type { Execute } from './task'
import type { Hash } from './version'

/** What `materialize` needs of the world; the browser and the command line give their own. */
export type MaterializePorts = KeepPorts & {
  readonly cache: Pick<ValueCache, 'read' | 'readSummary' | 'list'>
  readonly runs: Pick<RunStore, 'list'>
  readonly execute: Execute
  /** How many tasks may be under way at once; the result does not depend on it. */
  readonly concurrency: number
  /** Milliseconds since 1970. */
  readonly clock: () => number
  readonly hash: Hash
  /** Asked before each asset starts; true ends the run as `canceled`. */
  readonly isCanceled?: () => boolean
  /** Every asset there is; others than the product's own only in tests. */
  readonly specs?: readonly AnySpec[] | undefined
}

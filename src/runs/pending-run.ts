import type { RunRequest, Source } from './contract'

/**
 * A run that was started and is not over: written before any work, taken away by the transaction
 * that keeps its record. One that no tab works on any more was interrupted.
 */
export type PendingRun = {
  readonly request: RunRequest
  /** Milliseconds since 1970. */
  readonly startedAt: number
  /** How many times it was started again without being asked. */
  readonly nResumes: number
  /** The Web Lock that the tab holds while it works on the run. */
  readonly lock: string
  /** Where its values are, or will be: they belong to no record yet and must not be evicted. */
  readonly addresses: readonly string[]
}

/** What is known of a file whose bytes are not here. */
export type LostSource = Omit<Source, 'file'>

/** As it is read back: `request` has the files whose bytes are still here, the others are lost. */
export type FoundRun = PendingRun & { readonly lostSources: readonly LostSource[] }

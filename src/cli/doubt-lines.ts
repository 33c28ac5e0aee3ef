import type { AssetFailure } from '../assets/failure'
import type { SourceDoubt } from '../runs/source-doubts'
import { faultLine } from './answer'

/** `warning swapped_files at sales: ...`: what a person should look at before trusting the run. */
export function doubtLines(doubts: readonly AssetFailure[]): readonly string[] {
  return doubts.map((doubt) => faultLine(doubt).replace(/^error/, 'warning'))
}

/** The doubts at which a run is bound to stop, as faults. */
export function faultsAmong(doubts: readonly SourceDoubt[]): readonly AssetFailure[] {
  return doubts
    .filter(({ severity }) => severity === 'error')
    .map(({ code, message, path, hint }) => ({ code, message, path, hint }))
}

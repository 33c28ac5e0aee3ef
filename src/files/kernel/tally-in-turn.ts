import { fastestHash } from '../digest'
import type { Scanner } from './scanner'
import { tallyRange, type RangeRequest, type RangeTally } from './tally-range'

/**
 * Tallies ranges of a file, and answers in their order: one that has no answer is the last that is asked
 * for. `report` is told how many of their bytes are read.
 */
export type TallyRanges = (
  blob: Blob,
  requests: readonly RangeRequest[],
  report: (nBytes: number) => void,
) => Promise<readonly (RangeTally | null)[]>

/** In this thread, one after the other. */
export function tallyInTurn(scanner?: Scanner): TallyRanges {
  return async (blob, requests, report) => {
    const openHash = await fastestHash()
    const tallied: (RangeTally | null)[] = []
    let nBefore = 0
    for (const request of requests) {
      const options = { openHash, scanner, report: (n: number) => report(nBefore + n) }
      const range = await tallyRange(blob, request, options)
      tallied.push(range)
      if (range === null) break
      nBefore += request.range.end - request.range.start
    }
    return tallied
  }
}

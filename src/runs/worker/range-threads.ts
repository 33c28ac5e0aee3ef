import * as Comlink from 'comlink'
import type { AssetFailure } from '../../assets/failure'
import type { TallyRanges } from '../../files/kernel/tally-in-turn'
import type { RangeRequest, RangeTally } from '../../files/kernel/tally-range'
import { connect, type Connection, ThreadLost, type WorkerLike } from './connection'

/** What a thread that tallies offers. */
export type RangeApi = {
  readonly tally: (
    blob: Blob,
    request: RangeRequest,
    report: (nBytes: number) => void,
  ) => Promise<RangeTally | null>
}

/**
 * Tallies ranges of a file on threads of their own, which are ended with the file. Where one of them is
 * lost there is no answer: who asks goes on alone, with less memory.
 */
export function tallyInThreads(nThreads: number, spawn: () => WorkerLike): TallyRanges {
  return async (blob, requests, report) => {
    const tallied: (RangeTally | null)[] = []
    const nRead = requests.map(() => 0)
    const waiting = [...requests.entries()]
    const work = async ({ call }: Connection<RangeApi>): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const [i, request] = next
        const tell = Comlink.proxy((nBytes: number) => {
          nRead[i] = nBytes
          report(nRead.reduce((sum, n) => sum + n, 0))
        })
        const range = await call((api) => api.tally(blob, request, tell))
        tallied[i] = range
        if (range === null) waiting.length = 0
      }
    }
    const threads = Array.from({ length: Math.min(nThreads, requests.length) }, () =>
      connect<RangeApi>({ spawn }),
    )
    try {
      await Promise.all(threads.map(work))
      return tallied
    } catch (error) {
      if (error instanceof ThreadLost) return []
      throw error
    } finally {
      for (const { end } of threads) end(ended)
    }
  }
}

const ended: AssetFailure = {
  code: 'tally_ended',
  message: 'The thread that read a part of the file was ended with it.',
  path: 'worker',
  hint: 'It starts again with the next large file.',
}

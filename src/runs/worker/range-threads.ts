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
 * lost or has no memory there is no answer: who asks goes on alone, and needs less of it.
 * @throws whatever else goes wrong in a thread, for it would go wrong here as well
 */
export function tallyInThreads(nThreads: number, spawn: () => WorkerLike): TallyRanges {
  return async (blob, requests, report) => {
    const tallied: (RangeTally | null)[] = []
    const nRead = requests.map(() => 0)
    const waiting = [...requests.entries()]
    const threads: Connection<RangeApi>[] = []
    let isOver = false
    const work = async ({ call }: Connection<RangeApi>): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const [i, request] = next
        const tell = Comlink.proxy((nBytes: number) => {
          nRead[i] = nBytes
          // It has a port of its own, and may come behind the answer.
          if (!isOver) report(nRead.reduce((sum, n) => sum + n, 0))
        })
        const range = await call((api) => api.tally(blob, request, tell))
        tallied[i] = range
        if (range === null) waiting.length = 0
      }
    }
    try {
      while (threads.length < Math.min(nThreads, requests.length))
        threads.push(connect<RangeApi>({ spawn }))
      await Promise.all(threads.map(work))
      return tallied
    } catch (error) {
      if (lacksRoom(error)) return []
      throw error
    } finally {
      isOver = true
      for (const { end } of threads) end(ended)
    }
  }
}

/** An array that does not fit is a RangeError; of an error from a thread only the name is left. */
function lacksRoom(error: unknown): boolean {
  return error instanceof ThreadLost || (error instanceof Error && error.name === 'RangeError')
}

const ended: AssetFailure = {
  code: 'tally_ended',
  message: 'The thread that read a part of the file was ended with it.',
  path: 'worker',
  hint: 'It starts again with the next large file.',
}

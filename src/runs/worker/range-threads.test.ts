import * as Comlink from 'comlink'
import { expect, test } from 'vitest'
import type { RangeRequest, RangeTally } from '../../files/kernel/tally-range'
import { workerOver } from '../testing/worker-over'
import { tallyInThreads, type RangeApi } from './range-threads'

const requests = [0, 1, 2, 3].map((i): RangeRequest => ({
  name: 't.csv',
  range: { start: 100 + 10 * i, end: 110 + 10 * i },
  dialect: { delimiter: ',', quote: '"' },
  width: 1,
  top: { rows: [], lines: [] },
  hasHeader: false,
  findsEnd: false,
  fixed: [],
  nullTokens: [],
  hasFixedFormat: false,
}))

function tallyOf({ range }: RangeRequest): RangeTally {
  const last = { rows: [], lines: [] }
  return { from: range.start, to: range.end, nLines: 1, nRows: 1, last, columns: [], digests: [] }
}

/** Threads on the other side of ports; how many were started and how many ended. */
function threads(tally: RangeApi['tally']) {
  const seen = { nStarted: 0, nEnded: 0 }
  const spawn = () => {
    const { port1, port2 } = new MessageChannel()
    Comlink.expose({ tally } satisfies RangeApi, port2)
    seen.nStarted++
    return workerOver(port1, () => {
      seen.nEnded++
      port2.close()
    })
  }
  return { spawn, seen }
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 20))

test('ranges are answered in their order, all bytes are told, and the threads end', async () => {
  for (const n of [1, 2, 3, 9]) {
    const { spawn, seen } = threads(async (_, request, report) => {
      report(5)
      await turn()
      report(10)
      await turn()
      return tallyOf(request)
    })
    const told: number[] = []
    const tallied = await tallyInThreads(n, spawn)(new Blob([]), requests, (nBytes) =>
      told.push(nBytes),
    )
    expect(tallied).toEqual(requests.map(tallyOf))
    expect(told.toSorted((a, b) => a - b).at(-1)).toBe(40)
    expect(seen).toEqual({ nStarted: Math.min(n, 4), nEnded: Math.min(n, 4) })
  }
})

test('nothing is told behind the answer, and no range is asked for behind one without', async () => {
  const { spawn } = threads(async (_, request, report) => {
    report(10)
    return request.range.start === 110 ? null : tallyOf(request)
  })
  let nTold = 0
  const tallied = await tallyInThreads(1, spawn)(new Blob([]), requests, () => nTold++)
  const nBefore = nTold
  await turn()
  expect(nTold).toBe(nBefore)
  expect(tallied).toEqual([tallyOf(requests[0] ?? never()), null])
})

test('where a thread has no memory there is no answer, any other fault is told; no thread is left', async () => {
  for (const [fault, isTold] of [
    [new RangeError('Array buffer allocation failed'), false],
    [new TypeError('a defect'), true],
  ] as const) {
    const { spawn, seen } = threads(async (_, request) => {
      if (request.range.start === 120) throw fault
      return tallyOf(request)
    })
    const answer = tallyInThreads(2, spawn)(new Blob([]), requests, () => undefined)
    if (isTold) await expect(answer).rejects.toThrow('a defect')
    else expect(await answer).toEqual([])
    expect(seen).toEqual({ nStarted: 2, nEnded: 2 })
  }
})

test('a thread that is lost leaves no answer, and one that cannot be started ends the others', async () => {
  const { port1 } = new MessageChannel()
  const lost = workerOver(port1, () => port1.close())
  const answer = tallyInThreads(1, () => lost)(new Blob([]), requests, () => undefined)
  lost.fail()
  expect(await answer).toEqual([])
  const { spawn, seen } = threads(async (_, request) => tallyOf(request))
  const startOne = () => {
    if (seen.nStarted === 1) throw new Error('no more threads')
    return spawn()
  }
  const none = tallyInThreads(2, startOne)(new Blob([]), requests, () => undefined)
  await expect(none).rejects.toThrow('no more threads')
  expect(seen).toEqual({ nStarted: 1, nEnded: 1 })
})

function never(): never {
  throw new Error('there are four requests')
}

import * as Comlink from 'comlink'
import { afterEach, describe, expect, test } from 'vitest'
import { foldSales } from '../../files/kernel/fold-sales'
import type { SalesFold } from '../../table/sales-fold'
import { createMemoryCache } from '../cache/memory-cache'
import { failureOf } from '../failure-of'
import { foldInRanges } from '../pieces/fold-in-ranges'
import { performPiece, type Piece, pieceOutcome, type PieceResult } from '../pieces/piece'
import { sharePieces } from '../pieces/share-pieces'
import type { AssetTask } from '../task'
import { openSales, salesPlan } from '../testing/sales-file'
import { toyDefinitions } from '../testing/toy-assets'
import { executeHere } from '../testing/toy-run'
import { workerOver } from '../testing/worker-over'
import type { WorkerLike } from './connection'
import { createPool, type PoolContract } from './pool'

const open: MessagePort[] = []
afterEach(() => {
  for (const port of open.splice(0)) port.close()
})

const task = (partition: string): AssetTask => ({
  key: 'toy_model',
  partition,
  address: `toy_model[${partition}]@v`,
  params: { toy_factor: 2 },
  inputs: [],
  sources: [],
  baseline: null,
  overrides: [],
})

/** Workers over MessageChannels; `break` makes the worker of a partition die in its task. */
function fakePool(size: number, broken?: string) {
  const cache = createMemoryCache()
  const here = executeHere(cache, toyDefinitions())
  let nSpawned = 0
  let underWay = 0
  let most = 0
  const spawn = (): WorkerLike => {
    nSpawned += 1
    const { port1, port2 } = new MessageChannel()
    open.push(port1, port2)
    const worker = workerOver(port1)
    const api: PoolContract = {
      compute: async (asked, report) => {
        if (asked.partition === broken) {
          worker.fail()
          return new Promise(() => undefined)
        }
        most = Math.max(most, ++underWay)
        await new Promise((resolve) => setTimeout(resolve, 5))
        const result = await here(asked, report)
        underWay -= 1
        return result
      },
      perform: () => Promise.reject(new Error('no task here has pieces')),
    }
    Comlink.expose(api, port2)
    return worker
  }
  const { execute } = createPool(size, spawn)
  const run = (partitions: readonly string[]) =>
    Promise.all(partitions.map((partition) => execute(task(partition), () => undefined)))
  return { run, cache, counts: () => ({ nSpawned, most }) }
}

describe('the pool', () => {
  test('computes every task, one at a time a worker, and keeps its workers', async () => {
    const { run, cache, counts } = fakePool(2)
    const results = await run(['A', 'B', 'C', 'D', 'E'])
    expect(results.every(({ ok }) => ok)).toBe(true)
    expect(await cache.list()).toHaveLength(5)
    await run(['F', 'G'])
    expect(counts()).toEqual({ nSpawned: 2, most: 2 })
  })

  test('starts no more workers than there are tasks', async () => {
    const { run, counts } = fakePool(4)
    await run(['A'])
    expect(counts().nSpawned).toBe(1)
  })

  test('a worker that is lost fails its own task; the others and later ones go on', async () => {
    const { run } = fakePool(1, 'B')
    const results = await run(['A', 'B', 'C'])
    expect(results.map(({ ok }) => ok)).toEqual([true, false, true])
    expect(results[1]).toMatchObject({ failure: { code: 'worker_failed' } })
  })
})

/** Workers whose task is to sum a sales file, range by range; `dies` in the first piece it helps with. */
async function foldingPool(size: number, dies = false) {
  const rows = Array.from({ length: 300 }, (_, i) => `${i % 5},${i % 7},Tea,${i}.50`).join('\n')
  const { source, blob } = await openSales(`SKU,STORE,CAT,SALES\n${rows}`)
  const { file, profile } = source
  const folds: SalesFold[] = []
  const helpers = new Set<MessagePort>()
  const spawn = (): WorkerLike => {
    const { port1, port2 } = new MessageChannel()
    open.push(port1, port2)
    const worker = workerOver(port1)
    const api: PoolContract = {
      compute: async (_task, _report, board) => {
        const perform = (pieces: readonly Piece[]) =>
          sharePieces<Piece, PieceResult>(pieces, {
            board,
            perform: (piece, tell) => performPiece(piece, { openFile: () => blob, tell }),
            progress: { before: pieces[0]?.range.start ?? 0, total: profile.size },
          })
        const request = { file, profile, plan: salesPlan }
        try {
          folds.push(await foldInRanges(request, { perform, rangeSize: 300 }))
          return { ok: true, ms: 0, rows: null, checks: [], log: [] }
        } catch (error) {
          return { ok: false, ms: 0, failure: failureOf(task('A'), error), log: [] }
        }
      },
      perform: (piece, tell) => {
        helpers.add(port2)
        if (!dies) return pieceOutcome(piece, { openFile: () => blob, tell })
        worker.fail()
        return new Promise(() => undefined)
      },
    }
    Comlink.expose(api, port2)
    return worker
  }
  const { execute } = createPool(size, spawn)
  const told: number[] = []
  const run = () => execute(task('A'), (done) => told.push(done))
  const whole = () => foldSales(blob, { profile, plan: salesPlan })
  return { run, folds, told, whole, nHelpers: () => helpers.size, size: profile.size }
}

describe('a task in pieces', () => {
  test.each([1, 2, 4])(
    'has the same value in a pool of %i, and tells of all bytes',
    async (size) => {
      const pool = await foldingPool(size)
      expect(await pool.run()).toMatchObject({ ok: true })
      expect(pool.folds).toEqual([await pool.whole()])
      expect(pool.nHelpers() > 0).toBe(size > 1)
      expect(pool.told.toSorted((a, b) => b - a)[0]).toBe(pool.size)
    },
  )

  test('fails by name where a thread that helps is lost, and nothing hangs', async () => {
    const pool = await foldingPool(2, true)
    for (const result of [await pool.run(), await pool.run()])
      expect(result).toMatchObject({ ok: false, failure: { code: 'worker_failed' } })
    expect(pool.folds).toEqual([])
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AssetFailure } from '../../assets/failure'
import type { TaskResult } from '../task'
import { createBoard, type Board, type Outcome } from './board'
import { sharePieces } from './share-pieces'
import { createThreadPool } from './thread-pool'

const failure: AssetFailure = { code: 'worker_failed', message: 'Gone.', path: 'w', hint: 'Again.' }
const made: TaskResult = { ok: true, ms: 0, rows: null, checks: [], log: [] }
const turns = async (n: number) => {
  for (let turn = 0; turn < n; turn++) await Promise.resolve()
}

type Thread = { readonly id: number; isLost: boolean }

/** A pool whose tasks square their numbers; `slow` says after how many turns a number is done. */
function squares(size: number, slow: (n: number) => number, lostAt?: number) {
  const opened: Thread[] = []
  const doneBy = new Map<number, number>()
  const results: (readonly number[])[] = []
  const square = async (thread: Thread, n: number) => {
    await turns(slow(n))
    doneBy.set(n, thread.id)
    return n * n
  }
  const run = createThreadPool<Thread, readonly number[], number, number>(size, {
    open: () => {
      opened.push({ id: opened.length, isLost: false })
      return opened[opened.length - 1] ?? { id: -1, isLost: true }
    },
    isUsable: ({ isLost }) => !isLost,
    compute: async (thread, job, board) => {
      const perform = async (n: number, tell: (done: number) => void) => {
        const result = await square(thread, n)
        tell(1)
        return result
      }
      results.push(
        await sharePieces(job, {
          board,
          perform,
          progress: { before: 10, total: 10 + job.length },
        }),
      )
      return made
    },
    perform: async (thread, n, tell): Promise<Outcome<number>> => {
      if (n === lostAt) {
        thread.isLost = true
        return { ok: false, failure }
      }
      const result = await square(thread, n)
      tell(1)
      return { ok: true, result }
    },
  })
  return { run, opened, doneBy, results }
}

describe('pieces of a task', () => {
  test('give the same results in their order, for any size of the pool and any speed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.nat(30), { maxLength: 12 }),
        fc.integer({ min: 1, max: 3 }),
        async (size, speeds, nTasks) => {
          const job = speeds.map((_, i) => i)
          const { run, results, opened } = squares(size, (n) => speeds[n] ?? 0)
          const tasks = Array.from({ length: nTasks }, () => run(job, () => undefined))
          expect(await Promise.all(tasks)).toEqual(tasks.map(() => made))
          for (const result of results) expect(result).toEqual(job.map((n) => n * n))
          expect(results).toHaveLength(nTasks)
          expect(opened.length).toBeLessThanOrEqual(size)
        },
      ),
    )
  })

  test('are spread over the threads that have nothing else to do', async () => {
    const { run, doneBy, opened } = squares(3, () => 20)
    await run([0, 1, 2, 3, 4, 5], () => undefined)
    expect(opened).toHaveLength(3)
    expect(new Set(doneBy.values()).size).toBe(3)
  })

  test('wait behind a task: a thread that helps takes it after the piece at hand', async () => {
    const { run, doneBy } = squares(2, (n) => (n < 10 ? 40 : 1))
    const first = run([0, 1, 2, 3], () => undefined)
    await turns(5)
    const second = run([10], () => undefined)
    await Promise.all([first, second])
    expect([doneBy.get(0), doneBy.get(1), doneBy.get(10)]).toEqual([1, 0, 1])
  })

  test('fail their task with the failure of the thread that was lost, and the pool goes on', async () => {
    const { run, results } = squares(2, () => 3, 0)
    await expect(run([0, 1, 2, 3], () => undefined)).rejects.toMatchObject({ failure })
    expect(await run([5], () => undefined)).toEqual(made)
    expect(results).toEqual([[25]])
  })

  test('report together, whoever does them', async () => {
    const { run } = squares(3, () => 4)
    const told: (readonly [number, number, string | undefined])[] = []
    await run([0, 1, 2, 3], (...report) => told.push([report[0], report[1], report[2]]))
    expect(told).toEqual([11, 12, 13, 14].map((done) => [done, 14, 'bytes']))
  })
})

test('a board without helpers hands every piece to its own thread', async () => {
  const board: Board<string, string> = createBoard({ report: () => undefined })
  const perform = async (piece: string) => piece.toUpperCase()
  const progress = { before: 0, total: 2 }
  expect(await sharePieces(['a', 'b'], { board, perform, progress })).toEqual(['A', 'B'])
  expect(await sharePieces([], { board, perform, progress })).toEqual([])
})

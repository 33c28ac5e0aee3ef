import { afterEach, describe, expect, it } from 'vitest'
import type { AssetTask, TaskResult } from '../runs/task'
import { createPool, type Pool } from './pool'

const open: Pool[] = []
afterEach(async () => {
  for (const pool of open.splice(0)) await pool.close()
})

/**
 * A thread as `task.worker.ts` is one: of a task it puts four pieces up, does those that it gets and
 * says in its result, as a line each, which others did. `dies` is what a piece or a task does.
 */
function threadThat(dies: 'never' | 'in a piece' | 'in a task'): URL {
  const code = `
    import { parentPort } from 'node:worker_threads'
    const send = (message) => parentPort.postMessage(message)
    let own = []
    const handlers = {
      task: () => {
        if (${dies === 'in a task'}) process.exit(3)
        own = []
        send({ type: 'progress', done: 1, total: 2, unit: 'bytes' })
        const pieces = [0, 1, 2, 3].map((index) => ({ index, file: { name: 'sales.csv' } }))
        send({ type: 'offer', pieces, progress: { before: 0, total: 8 } })
        send({ type: 'take' })
      },
      taken: ({ index }) => {
        if (index === null) return send({ type: 'gather' })
        own.push(index)
        send({ type: 'told', index, done: 2 })
        setTimeout(() => send({ type: 'take' }), 40)
      },
      gathered: ({ gathered }) => {
        const failed = gathered.find(({ outcome }) => !outcome.ok)
        const lines = gathered.map(({ index }) => ({ at: 0, level: 'info', message: String(index) }))
        send({ type: 'result', result: failed
          ? { ok: false, ms: 0, failure: failed.outcome.failure, log: [] }
          : { ok: true, ms: 0, rows: own.length, checks: [], log: lines } })
      },
      piece: () => {
        if (${dies === 'in a piece'}) process.exit(3)
        send({ type: 'piece progress', done: 2 })
        setTimeout(() => send({ type: 'outcome', outcome: { ok: true, result: 1 } }), 40)
      },
    }
    parentPort.on('message', (message) => handlers[message.type](message))`
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`)
}

const task: AssetTask = {
  key: 'toy',
  partition: null,
  address: 'toy@v',
  params: {},
  inputs: [],
  sources: [],
  baseline: null,
  overrides: [],
}

function poolOf(size: number, dies: Parameters<typeof threadThat>[0] = 'never'): Pool {
  const pool = createPool(threadThat(dies), { valuesFolder: '' }, size)
  open.push(pool)
  return pool
}

const helpedWith = (result: TaskResult) => result.log.map(({ message }) => Number(message))

describe('the pool of the command line', () => {
  it('does all pieces of a task in its own thread where there is no other', async () => {
    const told: number[] = []
    const result = await poolOf(1).execute(task, (done) => told.push(done))
    expect(result).toMatchObject({ ok: true, rows: 4 })
    expect(told).toEqual([1, 2, 4, 6, 8])
  })

  it('has a thread without a task help, and counts what both have done', async () => {
    const told: number[] = []
    const result = await poolOf(2).execute(task, (done) => told.push(done))
    const helped = helpedWith(result)
    expect(helped.length).toBeGreaterThan(0)
    expect(result).toMatchObject({ ok: true, rows: 4 - helped.length })
    expect(told.at(-1)).toBe(8)
  })

  it('fails the task whose piece was lost with a thread, by name, and goes on', async () => {
    const pool = poolOf(2, 'in a piece')
    const failure = { code: 'worker_failed', path: 'sales.csv' }
    for (const result of [await pool.execute(task, silent), await pool.execute(task, silent)])
      expect(result).toMatchObject({ ok: false, failure })
  })

  it('rejects where the thread of the task itself ends', async () => {
    await expect(poolOf(1, 'in a task').execute(task, silent)).rejects.toThrow(
      'The thread of toy ended with code 3.',
    )
  })
})

function silent(): void {
  // Nobody looks at how far it is.
}

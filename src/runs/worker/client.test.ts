import * as Comlink from 'comlink'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { AssetError } from '../../assets/failure'
import { createHasher } from '../../files/digest'
import { createMemoryCache } from '../cache/memory-cache'
import { createMemoryRunStore } from '../cache/memory-run-store'
import type { LogEntry, RunEvent } from '../contract'
import { materialize } from '../materialize'
import type { LogStore } from '../run-store'
import type { Execute } from '../task'
import { toyDefinitions, toySpecs } from '../testing/toy-assets'
import { executeHere, toyRequest, toySource } from '../testing/toy-run'
import { workerOver } from '../testing/worker-over'
import { createClient, type PipelineContract } from './client'
import { beatEvery, heartbeat } from './heartbeat'

const open: MessagePort[] = []

/** A thread that beats. */
function fakeThread(api: PipelineContract) {
  const { port1, port2 } = new MessageChannel()
  open.push(port1, port2)
  Comlink.expose(api, port2)
  const beats = setInterval(() => port2.postMessage(heartbeat), beatEvery)
  return workerOver(port1, () => {
    clearInterval(beats)
    port2.close()
  })
}

afterEach(() => {
  vi.useRealTimers()
  for (const port of open.splice(0)) port.close()
})

const profile = toySource(['A']).profile
const hash = await createHasher()

type Options = { readonly execute?: Execute }

function toyClient({ execute }: Options = {}) {
  const cache = createMemoryCache()
  const runs = createMemoryRunStore()
  const threads: ReturnType<typeof fakeThread>[] = []
  const api: PipelineContract = {
    inspect: async (file, _overrides, report) => {
      report(1, 2)
      if (file.name === 'odd') throw new Error('odd file')
      return { ok: true, profile }
    },
    materialize: (request, tell) =>
      materialize(request, (event) => tell([event]), {
        cache,
        runs,
        hash,
        specs: toySpecs,
        concurrency: 2,
        clock: () => 0,
        execute: execute ?? executeHere(cache, toyDefinitions()),
      }),
  }
  const spawn = () => {
    const thread = fakeThread(api)
    threads.push(thread)
    return thread
  }
  const logs = new Map<string, readonly LogEntry[]>()
  const log: LogStore = {
    write: async (runId, entries) => {
      logs.set(runId, entries)
    },
  }
  const client = createClient({ spawn, runs, log, clock: () => Date.now(), idleAfter: 50 })
  return { client, runs, logs, threads }
}

const never: Execute = () => new Promise(() => undefined)
const blob = { kind: 'blob', name: 'a.csv', blob: new Blob(['x']) } as const

/** As soon as the run has told something. */
async function started(events: readonly RunEvent[]) {
  await vi.waitFor(() => expect(events.some(({ type }) => type === 'started')).toBe(true))
}

describe('the contract over a MessageChannel', () => {
  test('a run crosses with its events and its record, as plain data', async () => {
    const { client, runs } = toyClient()
    const events: RunEvent[] = []
    const record = await client.materialize(toyRequest(), (event) => events.push(event))
    expect(record).toMatchObject({ status: 'success', seq: 1 })
    expect(await runs.list()).toEqual([record])
    await vi.waitFor(() =>
      expect(events.filter(({ type }) => type === 'materialized')).toHaveLength(8),
    )
    expect(events[0]).toEqual({ type: 'planned', total: 8, toRun: 8 })
  })

  test('a file is read in a thread of its own', async () => {
    const { client, threads } = toyClient()
    const reports: number[] = []
    const result = await client.inspect(blob, {}, (done) => reports.push(done))
    expect(result).toEqual({ ok: true, profile })
    await client.materialize(toyRequest(), () => undefined)
    expect(threads).toHaveLength(2)
    await vi.waitFor(() => expect(reports).toEqual([1]))
  })

  test('F-50 an error that the thread throws comes back as data', async () => {
    const { client } = toyClient()
    const result = await client.inspect({ ...blob, name: 'odd' }, {}, () => undefined)
    expect(result).toMatchObject({ ok: false, failure: { code: 'defect', message: 'odd file' } })
  })
})

describe('Cancel', () => {
  test('answers at once with a kept record that says canceled', async () => {
    const { client, runs } = toyClient({ execute: never })
    const events: RunEvent[] = []
    const running = client.materialize(toyRequest(), (event) => events.push(event))
    await started(events)
    const start = performance.now()
    client.cancel()
    const record = await running
    expect(performance.now() - start).toBeLessThan(200)
    expect(record).toMatchObject({ id: 'run-1', status: 'canceled', errors: [], seq: 1 })
    expect(await runs.list()).toEqual([record])
  })

  test('keeps in the record what was made before', async () => {
    const cache = createMemoryCache()
    const here = executeHere(cache, toyDefinitions())
    const execute: Execute = (task, report) =>
      task.key === 'toy_model' ? never(task, report) : here(task, report)
    const { client } = toyClient({ execute })
    const events: RunEvent[] = []
    const running = client.materialize(toyRequest(), (event) => events.push(event))
    await vi.waitFor(() =>
      expect(events.filter(({ type }) => type === 'materialized')).toHaveLength(4),
    )
    client.cancel()
    const { assets } = await running
    expect(assets.map(({ key, status }) => [key, status])).toContainEqual(['toy_read', 'success'])
  })

  test('keeps the log of what the run said before, and that it ended', async () => {
    const { client, logs } = toyClient({ execute: never })
    const events: RunEvent[] = []
    const running = client.materialize(toyRequest(), (event) => events.push(event))
    await started(events)
    client.cancel()
    const { id } = await running
    const told = events.flatMap((event) => (event.type === 'logged' ? [event.entry] : []))
    expect(told.length).toBeGreaterThan(0)
    expect(logs.get(id)?.slice(0, told.length)).toEqual(told)
    expect(logs.get(id)?.at(-1)).toMatchObject({
      key: null,
      level: 'warn',
      message: expect.stringContaining('canceled'),
    })
  })

  test('keeps nothing of a trial', async () => {
    const { client, runs, logs } = toyClient({ execute: never })
    const events: RunEvent[] = []
    const trial = toyRequest({ isTrial: true })
    const running = client.materialize(trial, (event) => events.push(event))
    await started(events)
    client.cancel()
    expect(await running).toMatchObject({ status: 'canceled', seq: 0 })
    expect(await runs.list()).toEqual([])
    expect(logs.size).toBe(0)
  })

  test('F-62 a record that cannot be kept is still the answer, and says why', async () => {
    const { client, runs } = toyClient({ execute: never })
    const failure = { code: 'storage_full', message: 'Not saved.', path: 'runs', hint: 'Delete.' }
    vi.spyOn(runs, 'append').mockRejectedValue(new AssetError(failure))
    const events: RunEvent[] = []
    const running = client.materialize(toyRequest(), (event) => events.push(event))
    await started(events)
    client.cancel()
    expect(await running).toMatchObject({ status: 'canceled', seq: 0, errors: [failure] })
  })

  test('the next run starts a new thread; a file being read goes on', async () => {
    const { client, threads } = toyClient({ execute: never })
    const reading = client.inspect(blob, {}, () => undefined)
    const events: RunEvent[] = []
    const running = client.materialize(toyRequest(), (event) => events.push(event))
    await started(events)
    client.cancel()
    expect((await running).status).toBe('canceled')
    expect((await reading).ok).toBe(true)
    const next = client.materialize(toyRequest({ runId: 'run-2' }), () => undefined)
    await vi.waitFor(() => expect(threads).toHaveLength(3))
    client.cancel()
    expect((await next).id).toBe('run-2')
  })

  test('does nothing when nothing runs', async () => {
    const { client } = toyClient()
    client.cancel()
    expect((await client.materialize(toyRequest(), () => undefined)).status).toBe('success')
  })
})

describe('a thread that fails', () => {
  test('F-52 a script that cannot be loaded is a failure with a next step, and evicted', async () => {
    const { client, threads, runs } = toyClient({ execute: never })
    const running = client.materialize(toyRequest(), () => undefined)
    threads[0].fail('')
    const record = await running
    expect(record).toMatchObject({ status: 'failure', seq: 0, errors: [{ code: 'worker_failed' }] })
    expect(record.errors[0].message).toContain('could not be loaded')
    expect(await runs.list()).toEqual([])
    const reading = client.inspect(blob, {}, () => undefined)
    threads[1].fail('SyntaxError')
    expect(await reading).toMatchObject({ ok: false, failure: { code: 'worker_failed' } })
    expect((await client.inspect(blob, {}, () => undefined)).ok).toBe(true)
  })

  test('F-53 a thread that stops beating is ended and its run told', async () => {
    vi.useFakeTimers()
    const { client, threads } = toyClient({ execute: never })
    const running = client.materialize(toyRequest(), () => undefined)
    threads[0].terminate()
    await vi.advanceTimersByTimeAsync(11_000)
    expect((await running).errors).toMatchObject([{ code: 'worker_silent' }])
  })
})

test('one run at a time: the second is refused and the first goes on', async () => {
  const { client } = toyClient({ execute: never })
  const first = client.materialize(toyRequest(), () => undefined)
  const second = await client.materialize(toyRequest({ runId: 'run-2' }), () => undefined)
  expect(second).toMatchObject({ status: 'failure', errors: [{ code: 'run_in_progress' }] })
  client.cancel()
  expect((await first).status).toBe('canceled')
})

test('an idle thread is ended, and the next call starts another', async () => {
  const { client, threads } = toyClient()
  await client.inspect(blob, {}, () => undefined)
  await new Promise((resolve) => setTimeout(resolve, 120))
  expect((await client.inspect(blob, {}, () => undefined)).ok).toBe(true)
  expect(threads).toHaveLength(2)
})

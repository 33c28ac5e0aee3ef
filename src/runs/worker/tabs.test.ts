import { describe, expect, test, vi } from 'vitest'
import type { TabMessage } from '../tab-message'
import { createTabs } from './tabs'

/** Web Locks as far as they are used: exclusive and shared, one queue a name. */
function fakeLocks(): Pick<LockManager, 'request' | 'query'> {
  const held = new Set<string>()
  const waiting = new Map<string, (() => void)[]>()
  const request = async (
    name: string,
    options: LockOptions | ((lock: Lock | null) => unknown),
    work?: (lock: Lock | null) => unknown,
  ) => {
    const grant = typeof options === 'function' ? options : work
    const { ifAvailable = false, mode = 'exclusive' } = typeof options === 'function' ? {} : options
    if (grant === undefined) throw new TypeError('no work')
    if (held.has(name) && ifAvailable) return grant(null)
    while (held.has(name))
      await new Promise<void>((resolve) => {
        waiting.set(name, [...(waiting.get(name) ?? []), resolve])
      })
    if (mode === 'exclusive') held.add(name)
    try {
      return await grant({ name, mode })
    } finally {
      held.delete(name)
      for (const resolve of waiting.get(name) ?? []) resolve()
      waiting.delete(name)
    }
  }
  return {
    request: vi.fn(request) as LockManager['request'],
    query: async () => ({
      held: [...held].map((name) => ({ name, mode: 'exclusive', clientId: '' })),
      pending: [],
    }),
  }
}

function hold() {
  let end: (answer: string) => void = () => undefined
  const work = vi.fn(() => new Promise<string>((resolve) => (end = resolve)))
  return { work, end: (answer: string) => end(answer) }
}

describe('F-58 the tabs of one page', () => {
  test('run one thing at a time: the second is told that it cannot', async () => {
    const locks = fakeLocks()
    const [one, two] = [createTabs({ locks }), createTabs({ locks })]
    const { work, end } = hold()
    const running = one.alone('run-1', work)
    await vi.waitFor(() => expect(work).toHaveBeenCalled())
    const other = vi.fn(async () => 'never')
    expect(await two.alone('run-2', other)).toBeNull()
    expect(other).not.toHaveBeenCalled()
    end('done')
    expect(await running).toBe('done')
    expect(await two.alone('run-2', async () => 'now')).toBe('now')
  })

  test('know which runs a tab is at, and when it is done with them', async () => {
    const locks = fakeLocks()
    const [one, two] = [createTabs({ locks }), createTabs({ locks })]
    const { work, end } = hold()
    const running = one.alone('run-1', work)
    await vi.waitFor(() => expect(work).toHaveBeenCalled())
    expect((await two.held())?.has(two.lockOf('run-1'))).toBe(true)
    expect((await two.held())?.has(two.lockOf('run-0'))).toBe(false)
    const isOver = vi.fn()
    const over = two.over('run-1').then(isOver)
    await Promise.resolve()
    expect(isOver).not.toHaveBeenCalled()
    end('done')
    await running
    await over
    expect((await two.held())?.has(two.lockOf('run-1'))).toBe(false)
  })

  test('let go of a run whose work failed', async () => {
    const locks = fakeLocks()
    const tabs = createTabs({ locks })
    await expect(tabs.alone('run-1', () => Promise.reject(new Error('x')))).rejects.toThrow('x')
    expect(await tabs.alone('run-2', async () => 'free')).toBe('free')
  })
})

describe('on plain http, without Web Locks', () => {
  test('a tab works as if it were alone and cannot tell what others are at', async () => {
    const tabs = createTabs({})
    expect(await tabs.alone('run-1', async () => 'done')).toBe('done')
    expect(await tabs.held()).toBeNull()
  })

  test('a run is over when its tab says so', async () => {
    const [a, b] = [new BroadcastChannel('tabs test'), new BroadcastChannel('tabs test')]
    const [one, two] = [createTabs({ channel: a }), createTabs({ channel: b })]
    const heard: TabMessage[] = []
    const stop = two.listen((message) => heard.push(message))
    const isOver = vi.fn()
    const over = two.over('run-1').then(isOver)
    one.tell({ type: 'over', runId: 'run-0' })
    one.tell({ type: 'changed' })
    await vi.waitFor(() => expect(heard).toHaveLength(2))
    expect(isOver).not.toHaveBeenCalled()
    one.tell({ type: 'over', runId: 'run-1' })
    await over
    stop()
    a.close()
    b.close()
  })
})

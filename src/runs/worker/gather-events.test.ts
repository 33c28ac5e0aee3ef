import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { RunEvent } from '../contract'
import { gatherEvents } from './gather-events'

const started = (key: string): RunEvent => ({ type: 'started', key, partition: null })

describe('gatherEvents(tell, ms)', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test('events of one moment cross together, in their order', () => {
    const told: (readonly RunEvent[])[] = []
    const events = gatherEvents((batch) => told.push(batch), 50)
    for (const key of ['a', 'b', 'c']) events.add(started(key))
    expect(told).toEqual([])
    vi.advanceTimersByTime(50)
    expect(told).toEqual([[started('a'), started('b'), started('c')]])
    vi.advanceTimersByTime(500)
    expect(told).toHaveLength(1)
  })

  test('the end tells what is left, and nothing comes later', () => {
    const told: (readonly RunEvent[])[] = []
    const events = gatherEvents((batch) => told.push(batch), 50)
    events.add(started('a'))
    events.end()
    vi.advanceTimersByTime(500)
    expect(told).toEqual([[started('a')]])
  })
})

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createBatch } from './batch'

describe('createBatch(handOver, ms)', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test('hands the first over at once, the rest together', () => {
    const handed: (readonly number[])[] = []
    const batch = createBatch<number>((items) => handed.push(items), 100)
    for (const item of [1, 2, 3]) batch.add(item)
    expect(handed).toEqual([[1]])
    vi.advanceTimersByTime(100)
    expect(handed).toEqual([[1], [2, 3]])
  })

  test('after a silence the next is handed over at once again', () => {
    const handed: (readonly number[])[] = []
    const batch = createBatch<number>((items) => handed.push(items), 100)
    batch.add(1)
    vi.advanceTimersByTime(500)
    batch.add(2)
    expect(handed).toEqual([[1], [2]])
  })

  test('the end hands over what is left, and nothing comes later', () => {
    const handed: (readonly number[])[] = []
    const batch = createBatch<number>((items) => handed.push(items), 100)
    for (const item of [1, 2]) batch.add(item)
    batch.end()
    vi.advanceTimersByTime(500)
    expect(handed).toEqual([[1], [2]])
  })
})

import { describe, expect, test, vi } from 'vitest'
import { createValueReader, peekAll } from './value-reader'

describe('reading values', () => {
  test('each once; a newer version shows the one before it until it is read', async () => {
    const answers = new Map<string, (value: unknown) => void>()
    const read = vi.fn((address: string) => new Promise((resolve) => answers.set(address, resolve)))
    const reader = createValueReader(read)
    const first = reader.load('toy[A]@1')
    void reader.load('toy[A]@1')
    answers.get('toy[A]@1')?.('old')
    await first
    expect(reader.peek('toy[A]@1')).toMatchObject({ status: 'success', value: 'old' })
    void reader.load('toy[A]@2')
    expect(reader.peek('toy[A]@2')).toMatchObject({ status: 'loading', value: 'old' })
    void reader.load('toy[B]@1')
    expect(reader.peek('toy[B]@1')).toMatchObject({ status: 'loading', value: null })
    expect(read).toHaveBeenCalledTimes(3)
  })

  test('a value that is gone and a storage that fails are failures in words', async () => {
    const reader = createValueReader(async (address) => {
      if (address === 'bad@1') throw new Error('refused')
      return null
    })
    await reader.load('gone@1')
    await reader.load('bad@1')
    expect(reader.peek('gone@1')).toMatchObject({
      status: 'failure',
      failure: { code: 'value_lost' },
    })
    expect(reader.peek('bad@1')).toMatchObject({ failure: { message: 'refused' } })
  })

  test('tells its listeners, until they leave', async () => {
    const reader = createValueReader(async () => 1)
    const listener = vi.fn()
    const leave = reader.subscribe(listener)
    await reader.load('a@1')
    leave()
    await reader.load('b@1')
    expect(listener).toHaveBeenCalledTimes(2)
  })

  test('values that are on the screen stay; of the others the last few do', async () => {
    const read = vi.fn(async (address: string) => address)
    const reader = createValueReader(read)
    const release = reader.hold('held@1')
    for (let i = 0; i < 60; i++) await reader.load(`other${i}@1`)
    expect(reader.peek('held@1').status).toBe('success')
    expect(reader.peek('other59@1').status).toBe('success')
    expect(reader.peek('other0@1').status).toBe('loading')
    release()
    await reader.load('last@1')
    expect(reader.peek('held@1').status).toBe('loading')
  })
})

test('peekAll(reader, addresses): one answer until something was read', async () => {
  const reader = createValueReader(async (address) => ({ address }))
  const peek = peekAll(reader, ['toy[A]@1', null])
  const before = peek()
  expect(peek()).toBe(before)
  expect(before[1]).toBeNull()
  await reader.load('toy[A]@1')
  expect(peek()[0]).toMatchObject({ status: 'success', value: { address: 'toy[A]@1' } })
  expect(peek()).toBe(peek())
})

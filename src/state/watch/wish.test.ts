import { describe, expect, test } from 'vitest'
import { judgeWish, type WishFacts } from './wish'

const free: WishFacts = { isBusy: false, isSettling: false, canRun: true, hasWork: true }
const byFile = { by: 'file' } as const
const byTimer = { by: 'timer', dueAt: 0 } as const

describe('a run that nobody pressed', () => {
  test('starts when nothing goes on and something is stale', () => {
    expect(judgeWish(byFile, free)).toBe('start')
    expect(judgeWish(byTimer, free)).toBe('start')
  })

  test('never starts beside another run: a file waits for its end, a timer lets it pass', () => {
    expect(judgeWish(byFile, { ...free, isBusy: true })).toBe('wait')
    expect(judgeWish(byTimer, { ...free, isBusy: true })).toBe('busy')
  })

  test('by a file waits for the files that are still being written', () => {
    expect(judgeWish(byFile, { ...free, isSettling: true })).toBe('wait')
  })

  test('by a timer takes the files as they were read last, while others are written', () => {
    expect(judgeWish(byTimer, { ...free, isSettling: true })).toBe('start')
  })

  test('ends with a word when the desk cannot run or nothing is stale', () => {
    for (const wish of [byFile, byTimer]) {
      expect(judgeWish(wish, { ...free, canRun: false })).toBe('cannot')
      expect(judgeWish(wish, { ...free, hasWork: false })).toBe('nothing')
    }
  })
})

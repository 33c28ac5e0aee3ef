import { describe, expect, it } from 'vitest'
import { readCaseArguments } from './arguments.mjs'

const tool = { command: 'fuzz', count: 100 }

describe('the cases that are asked for', () => {
  it('begin at 0 where nothing is said', () => {
    expect(readCaseArguments([], tool)).toEqual({ seed: 0, count: 100 })
  })

  it('are one where one is run again', () => {
    expect(readCaseArguments(['--seed', '41', '--count', '1'], tool)).toEqual({
      seed: 41,
      count: 1,
    })
  })

  it.each([
    ['--seed', '-1'],
    ['--count', '0'],
    ['--count', 'x'],
    ['--shape', '1'],
  ])('are refused with the usage: %s %s', (...given) => {
    expect(() => readCaseArguments(given, tool)).toThrow('Usage: npm run fuzz')
  })
})

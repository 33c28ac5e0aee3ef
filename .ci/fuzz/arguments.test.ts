import { describe, expect, it } from 'vitest'
import { readCaseArguments } from './arguments.mjs'

const tool = { command: 'fuzz', count: 100 }

describe('the cases that are asked for', () => {
  it('begin at 0 where nothing is said', () => {
    expect(readCaseArguments([], tool)).toMatchObject({ from: 0, count: 100 })
  })

  it('are one where one is run again', () => {
    expect(readCaseArguments(['1', '--from', '41'], tool)).toMatchObject({ from: 41, count: 1 })
  })

  it('are run by as many threads as are asked for', () => {
    expect(readCaseArguments(['5', '--threads', '1'], tool)).toEqual({
      from: 0,
      count: 5,
      nThreads: 1,
    })
  })

  it.each([['--from', '-1'], ['--threads', '0'], ['0'], ['x'], ['1', '2'], ['--shape', '1']])(
    'are refused with the usage: %s %s',
    (...given) => {
      expect(() => readCaseArguments(given, tool)).toThrow('Usage: npm run fuzz')
    },
  )
})

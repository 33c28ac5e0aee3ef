import { expect, test } from 'vitest'
import { readArguments } from './arguments.mjs'

test('without options every work is measured five times, in Node', () => {
  expect(readArguments([])).toEqual({ isBrowser: false, rounds: 5, only: null, isJson: false })
})

test('names are looked for in upper or lower case', () => {
  const { only, isBrowser } = readArguments(['--browser', '--only', 'PAN'])
  expect(isBrowser).toBe(true)
  expect(only?.test('pan: frame, median')).toBe(true)
})

test.each([['--rounds', '0'], ['--rounds', 'many'], ['--fast'], ['page']])(
  '%s %s is refused',
  (...given) => {
    expect(() => readArguments(given)).toThrow(given[0])
  },
)

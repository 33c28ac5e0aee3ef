import { expect, test } from 'vitest'
import { readArguments } from './arguments.mjs'

test('without options every work is measured five times, in Node', () => {
  expect(readArguments([])).toMatchObject({
    isBrowser: false,
    isSales: false,
    rounds: 5,
    only: null,
    isJson: false,
  })
})

test('names are looked for in upper or lower case', () => {
  const { only, isBrowser } = readArguments(['--browser', '--only', 'PAN'])
  expect(isBrowser).toBe(true)
  expect(only?.test('pan: frame, median')).toBe(true)
})

test('the sales of a whole chain come store by store, and may come in no order', () => {
  expect(readArguments(['--sales'])).toMatchObject({ rows: 41_000_000, order: 'store' })
  const given = ['--sales', '--rows', '1000', '--order', 'random']
  expect(readArguments(given)).toMatchObject({ isSales: true, rows: 1000, order: 'random' })
})

test.each([['--rounds', '0'], ['--rounds', 'many'], ['--fast'], ['page'], ['--order', 'size']])(
  '%s %s is refused',
  (...given) => {
    expect(() => readArguments(given)).toThrow(given[0])
  },
)

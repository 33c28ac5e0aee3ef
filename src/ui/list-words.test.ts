import { expect, test } from 'vitest'
import { listed } from './list-words'

test('listed(names): commas, and "and" before the last', () => {
  expect(listed([])).toBe('')
  expect(listed(['a'])).toBe('a')
  expect(listed(['a', 'b'])).toBe('a and b')
  expect(listed(['a', 'b', 'c'])).toBe('a, b and c')
})

test('listed(names, most): what is beyond is counted', () => {
  expect(listed(['a', 'b', 'c'], 3)).toBe('a, b and c')
  expect(listed(['a', 'b', 'c', 'd'], 2)).toBe('a, b and 2 more')
  expect(listed(['a', 'b'], 1)).toBe('a and 1 more')
})

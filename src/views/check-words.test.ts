import { expect, test } from 'vitest'
import { expectationOf, figuresOf, foundSentence } from './check-words'

test('a failed check says what was expected and what was found', () => {
  const check = {
    description: 'Every store is in every external file.',
    metadata: { stores: 2418, in_all: 2396, share: 0.99091, worst: null },
  }
  expect(expectationOf(check)).toBe('Expected: every store is in every external file.')
  expect(figuresOf(check)).toEqual(['stores 2,418', 'in all 2,396', 'share 0.99'])
  expect(foundSentence(figuresOf(check, 1))).toBe('Found: stores 2,418.')
  expect(foundSentence([])).toBe('')
})

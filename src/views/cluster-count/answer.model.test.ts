import { describe, expect, test } from 'vitest'
import { agreementOf, answerOf } from './answer.model'
import { countsWith } from './testing/counts-with'

describe('agreementOf(counts)', () => {
  test('says that all criteria agree', () => {
    expect(agreementOf(countsWith(3, [3, 3, 3, 3]))).toBe('All four criteria pick 3.')
  })

  test('names the counts that the others pick', () => {
    expect(agreementOf(countsWith(3, [3, 3, 4, 2]))).toBe(
      'Two of four criteria pick 3; the other two pick 2 and 4.',
    )
  })

  test('one candidate, or one criterion, is not called an agreement', () => {
    const one = countsWith(2, [2, null, null, null])
    expect(agreementOf(one)).toBe('The only criterion picks 2.')
    expect(agreementOf({ ...one, candidates: one.candidates.slice(0, 1) })).toBe('')
  })

  test('counts only criteria that picked', () => {
    expect(agreementOf(countsWith(3, [3, null, 4, null]))).toBe(
      'One of two criteria picks 3; the other picks 4.',
    )
  })

  test('a fixed k that nobody picks is said to be so', () => {
    expect(agreementOf(countsWith(4, [3, 3, 3, 2]))).toBe(
      'None of four criteria picks 4; the other four pick 2 and 3.',
    )
  })
})

describe('answerOf(counts, subject)', () => {
  test('names the chosen count, the subject and how close the next one is', () => {
    const answer = answerOf(countsWith(3, [3, 3, 3, 3]), 'Snacks')
    expect(answer.title).toBe('3 clusters for Snacks. All four criteria pick 3.')
    expect(answer.detail).toBe(
      'The silhouette is largest at 3. The next best is 0.490 at 2: a close call.',
    )
  })

  test('says that silhouettes are of a sample, and that no criterion chose', () => {
    const found = { ...countsWith(3, []), picks: [], isSearched: false, reason: 'DBSCAN finds 3.' }
    const { title, detail } = answerOf(
      { ...found, silhouetteSample: 10_000, nFitted: 80_000 },
      'Tea',
    )
    expect(title).toBe('3 clusters for Tea.')
    expect(detail).toMatch(
      /^DBSCAN finds 3\. .*Silhouettes are of a sample of 10,000 of 80,000 stores\.$/,
    )
  })
})

import { describe, expect, test } from 'vitest'
import type { OptimalClusterCounts } from '../../assets/model-training/optimal-cluster-counts/spec'
import { agreementOf, answerOf, panelsOf } from './cluster-count.model'

function countsWith(k: number, picks: readonly (number | null)[]): OptimalClusterCounts {
  const criteria = ['silhouette', 'combined', 'calinski_harabasz', 'davies_bouldin']
  return {
    candidates: [2, 3, 4].map((n) => ({
      k: n,
      inertia: 100 / n,
      silhouette: n === 3 ? 0.5 : 0.49,
      calinskiHarabasz: 10 * n,
      daviesBouldin: 1 / n,
      smallest: 10 - n,
      combined: n === 3 ? 1 : 0.2,
      inRule: true,
    })),
    picks: criteria.map((criterion, i) => ({ criterion, k: picks[i] ?? null })),
    k,
    rule: 'silhouette',
    reason: 'The silhouette is largest at 3.',
    floor: 1,
    nFitted: 30,
    minClusters: 2,
    maxClusters: 4,
  }
}

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
})

describe('panelsOf(counts)', () => {
  test('rings the pick of each criterion and warns where it differs', () => {
    const panels = panelsOf(countsWith(3, [3, 3, 4, 3]))
    const calinski = panels.find(({ measure }) => measure.criterion === 'calinski_harabasz')
    expect(calinski).toMatchObject({ pick: 4, differs: true, note: 'Picks 4, not 3' })
    expect(panels.map(({ measure }) => measure.name)).toHaveLength(6)
  })
})

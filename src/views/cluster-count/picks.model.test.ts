import { describe, expect, test } from 'vitest'
import { finestWords, shownPicks } from './picks.model'
import { countsWith } from './testing/counts-with'

describe('shownPicks(counts)', () => {
  test('says what each criterion picks, and what is not computed', () => {
    const shown = shownPicks(countsWith(3, [3, 3, 4, null]))
    expect(shown.map(({ name, pick }) => `${name}: ${pick}`)).toEqual([
      'Silhouette: 3',
      'Combined score: 3',
      'Calinski-Harabasz: 4',
      'Davies-Bouldin: no pick',
      'Elbow: no clear elbow',
      'Gap statistic: not computed',
      'Stability: not computed',
    ])
    expect(shown.flatMap(({ name, differs }) => (differs ? [name] : []))).toEqual([
      'Calinski-Harabasz',
    ])
  })
})

describe('finestWords(counts)', () => {
  const counts = countsWith(3, [3, 3, 3, 3])
  const resampled = {
    ...counts,
    picks: [{ criterion: 'stability', k: 2, isComputed: true }] as const,
  }

  test('says what the evidence costs where it is not computed', () => {
    expect(finestWords(counts)).toContain('about 150 more fits')
  })

  test('names the finest count that recurs, as evidence only', () => {
    const words = finestWords({ ...resampled, finestRecurring: 4 })
    expect(words).toMatch(/^4 is the finest count .* 60 % of 100 resamples\. It is evidence/)
    expect(words).not.toContain('too fine')
  })

  test('warns that it is too fine with thousands of stores', () => {
    expect(finestWords({ ...resampled, finestRecurring: 4, nFitted: 7000 })).toContain('too fine')
  })

  test('says that none recurs', () => {
    expect(finestWords(resampled)).toMatch(/^At no count/)
  })
})

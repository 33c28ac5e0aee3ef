import { describe, expect, test } from 'vitest'
import type { DecisionPreview } from '../../state/overrides/decision-preview'
import { costText, previewWords } from './preview-words'

const outcome: DecisionPreview['outcome'] = {
  id: 'preview',
  kind: 'lock',
  status: 'applied',
  stores: ['A'],
  cost: 40,
  message: 'Moved: A from 1 to 3.',
}
const preview: DecisionPreview = {
  moves: [{ store: 'A', from: '2_1', to: '3_1' }],
  leftOut: [],
  cost: 40,
  share: 0.0042,
  outcome,
  overruled: [],
}

describe('what a decision would do', () => {
  test('says who moves and what it costs', () => {
    expect(previewWords(preview)).toEqual({
      text: 'A would move from 2|1 to 3|1. Adds 40.00 to the inertia, 0.4\u202f% of the within sum of squares.',
      isWarning: false,
    })
  })

  test('a lock to where the store is moves nothing and says what it is for', () => {
    const none = {
      ...preview,
      moves: [],
      cost: 0,
      outcome: { ...outcome, status: 'no_effect' as const },
    }
    expect(previewWords(none).text).toBe('No store moves now; later runs will keep it so.')
  })

  test('a store that is left out has no cost', () => {
    const left = { ...preview, moves: [], leftOut: ['A', 'B'], cost: 0 }
    expect(previewWords(left).text).toBe(
      '2 stores would get no cluster. The centres stay as they are.',
    )
  })

  test('warns of what is overruled, and of what would not hold', () => {
    expect(previewWords({ ...preview, overruled: ['x'] })).toMatchObject({ isWarning: true })
    const conflict = { ...outcome, status: 'conflict' as const, message: 'Conflict: no cluster.' }
    const { text, isWarning } = previewWords({ ...preview, outcome: conflict })
    expect(isWarning).toBe(true)
    expect(text).toContain('Conflict: no cluster.')
  })
})

test('costText(cost, share): a move back takes from the inertia, tiny shares are not 0', () => {
  expect(costText(-2, -0.01)).toBe(
    'Takes 2.00 from the inertia, 1.0\u202f% of the within sum of squares',
  )
  expect(costText(1, 0.00001)).toContain('under 0.1\u202f%')
  expect(costText(1, null)).toBe('Adds 1.00 to the inertia')
})

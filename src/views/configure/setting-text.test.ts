import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Control } from '../../assets/schema'
import { readText, textOf, wordsOf } from './setting-text'

const integer: Control = { kind: 'integer', min: 1, max: 100 }
const names: Control = { kind: 'names' }
const scalar: Control = { kind: 'scalar' }

describe('readText(textOf(value)) is the value', () => {
  test.each<[string, Control, unknown]>([
    ['an integer', integer, 10],
    ['a limit that is switched off', integer, null],
    ['a list of names', names, ['White', 'Hispanic share']],
    ['all', names, 'all'],
    ['a word or number', scalar, 'auto'],
    ['a number', scalar, 0.15],
    ['rules for ids', scalar, ['trim', 'leading_zeros']],
    ['a pair', { kind: 'pair' }, [0.5, 0.5]],
    ['weights', { kind: 'weights' }, { income: 20 }],
    ['no weights', { kind: 'weights' }, {}],
    ['rules', { kind: 'rules' }, [{ column: 'state', values: ['IA'], region: 'Midwest' }]],
  ])('for %s', (_, control, value) => {
    expect(readText(textOf(value, control), control, true)).toEqual(value)
  })

  test('for every finite number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(readText(textOf(value, scalar), scalar, false)).toBe(
          Object.is(value, -0) ? 0 : value,
        )
      }),
    )
  })
})

describe('readText(text, control, nullable)', () => {
  test('text that is no number stays text, so that the schema refuses it', () => {
    expect(readText('many', integer, false)).toBe('many')
    expect(readText('', integer, false)).toBe('')
  })

  test('broken JSON stays text, so that the schema refuses it', () => {
    expect(readText('{ income: ', { kind: 'weights' }, false)).toBe('{ income:')
  })
})

describe('wordsOf(value, control)', () => {
  test('says what a value means', () => {
    expect(wordsOf(true, { kind: 'switch' })).toBe('On')
    expect(wordsOf(null, integer)).toBe('Not set')
    expect(wordsOf([], names)).toBe('None')
  })
})

import { describe, expect, test } from 'vitest'
import { causeWords, changeWords, choiceText, valueText } from './cause-words'

describe('changeWords(cause)', () => {
  test('names a setting by its key, with what it was and is', () => {
    expect(
      changeWords({ kind: 'params', name: 'norm_method', before: 'zscore', after: 'robust' }),
    ).toEqual({ subject: 'norm_method', isKey: true, change: 'zscore to robust' })
  })

  test('says whether a file was replaced by another or has other content', () => {
    const file = { kind: 'data', role: 'sales' } as const
    const change = (before: readonly string[], after: readonly string[]) =>
      changeWords({ ...file, before, after }).change
    expect(change(['a.csv'], ['b.csv'])).toBe('a.csv to b.csv')
    expect(change(['a.csv'], ['a.csv'])).toBe('a.csv, other content')
    expect(change([], ['a.csv'])).toBe('no file to a.csv')
  })

  test('tells a first baseline, a newer method and decisions about stores', () => {
    const change = (cause: Parameters<typeof changeWords>[0]) => changeWords(cause).change
    expect(change({ kind: 'baseline', before: null, after: 3 })).toBe('none to run 3')
    expect(change({ kind: 'code', before: '1', after: '2' })).toBe('version 1 to 2')
    expect(change({ kind: 'overrides', before: 0, after: 1 })).toBe('0 to 1 decision')
  })
})

describe('words of values and causes', () => {
  test('a value is as it is written; what is long is cut', () => {
    expect(valueText(null)).toBe('none')
    expect(valueText(['a', 'b'])).toBe('a, b')
    expect(valueText({})).toBe('none')
    expect(valueText({ size: 20 })).toBe('{"size":20}')
    expect(valueText('x'.repeat(99))).toHaveLength(60)
  })

  test('a choice is told by its label', () => {
    const control = { kind: 'choice', options: [{ value: 'robust', label: 'Robust' }] } as const
    expect(choiceText('robust', control)).toBe('Robust')
    expect(choiceText(false, { kind: 'switch' })).toBe('Off')
    expect(choiceText(0.95, { kind: 'share' })).toBe('0.95')
  })

  test('each kind of cause is told once', () => {
    const params = { kind: 'params', before: 1, after: 2 } as const
    expect(
      causeWords([
        { ...params, name: 'a' },
        { ...params, name: 'b' },
      ]),
    ).toEqual(['a setting changed'])
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeName } from './safe-name'
import { sheetName } from './export/sheet-name'

describe('safeName(text)', () => {
  it.each([
    ['Health_2', 'Health_2'],
    ['100% AGAVE TEQUILA', '100%25%20AGAVE%20TEQUILA'],
    ['COCKTAILS/RTD', 'COCKTAILS%2FRTD'],
    ['..', '%2E%2E'],
    ['.hidden', '%2Ehidden'],
    ['ends. ', 'ends%2E%20'],
    ['Käse', 'K%C3%A4se'],
    ['a:*?"<>|b', 'a%3A%2A%3F%22%3C%3E%7Cb'],
    ['a\0\u001fb', 'a%00%1Fb'],
    ['CON', '%43ON'],
    ['nul', '%6Eul'],
    ['Com1', '%43om1'],
    ['CONSERVES', 'CONSERVES'],
    ['-rf', '%2Drf'],
    ['', '%'],
  ])('F-77 of %j is %j', (text, name) => {
    expect(safeName(text)).toBe(name)
  })

  it('F-77 of 300 characters is short, and another for every other text', () => {
    const long = 'x'.repeat(300)
    expect(safeName(long)).toMatch(/^x{55}%[0-9A-F]{16}$/)
    expect(safeName(`${long}y`)).not.toBe(safeName(`${long}z`))
    expect(safeName('é'.repeat(300))).toMatch(/^(%C3%A9)+%[0-9A-F]{16}$/)
  })

  it('F-77 of any two texts are apart, and of signs that every system takes', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 100 })
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(safeName(a)).toMatch(/^(?!-)[\w%-]{1,72}$/)
        expect(safeName(a) === safeName(b)).toBe(a === b)
      }),
    )
  })
})

describe('sheetName(fileName)', () => {
  it.each([
    ['merged_cluster_assignments.csv', 'merged_cluster_assignments'],
    ['internal_normalized_data[Beer].csv', 'internal_normalized_data_Beer_'],
    ['a/b:c.csv', 'a_b_c'],
    ["'quoted'.csv", '_quoted_'],
    ['History.csv', 'Sheet_History'],
    ['.csv', 'Sheet_'],
    [`${'x'.repeat(40)}.csv`, 'x'.repeat(31)],
    [`${'x'.repeat(30)}😀.csv`, `${'x'.repeat(30)}_`],
  ])('of %j is %j', (fileName, name) => {
    expect(sheetName(fileName)).toBe(name)
  })
})

import { describe, expect, it } from 'vitest'
import { checkReadOption } from '../config/read-option'
import { overridesOf, settingsOf } from './read-options'

describe('overridesOf(options), settingsOf(overrides)', () => {
  it('F-20 F-25 take formats and types of columns there and back, whatever the columns are called', () => {
    const columns = JSON.parse('{"__proto__":"text","Sales p.a.":"number"}') as object
    const options = {
      delimiter: ';',
      decimal: ',',
      group: '.',
      number_formats: { 'Sales p.a.': { decimal: '.', group: '' } },
      types: columns,
    }
    for (const [name, value] of Object.entries(options))
      expect(checkReadOption('', name, value).ok).toBe(true)
    const overrides = overridesOf(options)
    expect(overrides).toEqual({
      delimiter: ';',
      decimal: ',',
      group: '.',
      numberFormats: [{ column: 'Sales p.a.', decimal: '.', group: '' }],
      types: [
        { column: '__proto__', type: 'text' },
        { column: 'Sales p.a.', type: 'number' },
      ],
    })
    expect(JSON.stringify(settingsOf(overrides).types)).toBe(JSON.stringify(columns))
    expect(overridesOf(settingsOf(overrides))).toEqual(overrides)
  })

  it.each([
    ['decimal', ';'],
    ['group', '..'],
    ['number_formats', { x: { decimal: ',', group: ',' } }],
    ['number_formats', { x: { decimal: ',' } }],
    ['types', { x: 'money' }],
    ['types', ['x']],
  ])('refuses %s %j', (name, value) => {
    expect(checkReadOption('', name, value).ok).toBe(false)
  })
})

import { describe, expect, test } from 'vitest'
import { textFacts } from '../../config/text-facts'
import { changedLines, linesOfSetting, settingOnLine, verdictOf } from './yaml-marks.model'

const text = `version: 1
job_params:
  n_init: 3
  exclude_stores:
    - "1"
    - "2"
environments:
  prod:
    job_params: { n_init: 20 }
`

describe('marks beside the lines', () => {
  test('every line of a changed setting is marked, in the layer that is edited', () => {
    const { lines } = textFacts(text)
    expect([...changedLines(lines, new Set(['exclude_stores']), null)]).toEqual([4, 5, 6])
    expect([...changedLines(lines, new Set(['n_init']), 'prod')]).toEqual([9])
  })

  test('the focused setting lights its lines in the layer that is edited', () => {
    const { lines } = textFacts(text)
    const place = { section: 'job_params', name: 'n_init' }
    expect([...linesOfSetting(lines, place, null)]).toEqual([3])
    expect([...linesOfSetting(lines, place, 'prod')]).toEqual([9])
    expect([...linesOfSetting(lines, null, null)]).toEqual([])
  })

  test('the line of the cursor lights the setting', () => {
    const { lines } = textFacts(text)
    expect(settingOnLine(lines, 5)).toMatchObject({ section: 'job_params', name: 'exclude_stores' })
    expect(settingOnLine(lines, 2)).toBeNull()
  })
})

describe('verdictOf(text, faults, isUnread)', () => {
  test('counts lines where all is well, faults where not', () => {
    expect(verdictOf(text, [], false)).toBe('Valid. 9 lines, every key known.')
    const fault = { code: 'x', message: 'x', path: '', hint: '' }
    expect(verdictOf(text, [fault], true)).toBe(
      '1 fault. The form keeps the last settings that could be read.',
    )
  })
})

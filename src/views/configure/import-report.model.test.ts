import { describe, expect, test } from 'vitest'
import { reportTitle, lineOf } from './import-report.model'

const key = (outcome: 'taken' | 'translated' | 'not_used' | 'unknown') => ({
  path: outcome,
  value: 1,
  outcome,
  to: null,
  note: '',
})

describe('reportTitle(name, report)', () => {
  test('counts the keys that became settings, and the others by why not', () => {
    const report = [key('taken'), key('translated'), key('not_used'), key('unknown')]
    expect(reportTitle('dev.yml', report)).toEqual({
      title: '2 of 4 keys of dev.yml are settings here',
      subtitle: '1 has no use here, 1 is unknown. What it leaves open is as in the Python package.',
    })
    expect(reportTitle('a.yml', [key('taken')]).subtitle).toBe(
      'What it leaves open is as in the Python package.',
    )
  })
})

describe('lineOf(value)', () => {
  test('is the text itself, else JSON', () => {
    expect(['a, b', null, ['x'], {}].map(lineOf)).toEqual(['a, b', 'null', '["x"]', '{}'])
  })
})

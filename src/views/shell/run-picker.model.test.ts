import { describe, expect, test } from 'vitest'
import { noMark } from '../../runs/run-mark'
import { emptyRun } from '../../state/testing/fake-services'
import { runChoices, runFact } from './run-picker.model'

const first = { ...emptyRun('a'), seq: 13 }
const second = { ...emptyRun('b'), seq: 14, baseline: { runId: 'a', seq: 13 } }
const now = Date.parse(first.startedAt)
const marks = new Map([['a', { ...noMark, standing: 'baseline' as const, name: 'Agreed' }]])
const around = { runs: [second, first], marks, against: null, now }

describe('the run picker', () => {
  test('names a run, what it stands for and how it ended', () => {
    const failed = { ...emptyRun('c'), seq: 15, status: 'failure' as const }
    const choices = runChoices([failed, first], marks, now)
    expect(choices.map(({ number, name, facts }) => [number, name, facts])).toEqual([
      ['Run 15', '', ['failed']],
      ['Run 13', 'Agreed', ['baseline']],
    ])
  })

  test('says beside the shown run what it is read against', () => {
    expect(runFact(second, around)).toBe('against run 13, baseline')
    expect(runFact(first, around)).toBe('baseline')
    expect(runFact(second, { ...around, marks: new Map() })).toBe('against run 13')
    expect(runFact(first, { ...around, against: second })).toBe('against run 14')
  })

  test('says when it was where there is no baseline', () => {
    expect(runFact(first, { ...around, marks: new Map() })).toMatch(/^today /)
  })
})

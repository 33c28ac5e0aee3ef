import { describe, expect, test } from 'vitest'
import type { LogEntry } from '../../runs/contract'
import { countLevels, everyLine, rowsOfLog, textOfLog, timeText } from './log.model'

const log: readonly LogEntry[] = [
  { at: 0, level: 'info', key: null, partition: null, message: '3 of 30 assets to run.' },
  { at: 40, level: 'debug', key: 'internal_x', partition: 'Snacks', message: 'Started.' },
  { at: 61_250, level: 'error', key: 'internal_x', partition: 'Snacks', message: 'Failed\nhere.' },
]
const rows = (change: Partial<typeof everyLine>) =>
  rowsOfLog(log, { ...everyLine, ...change }, (key) => `Name of ${key}`).map(({ index }) => index)

describe('the log of a run', () => {
  test('is filtered by level, asset and text; the place of a line stays', () => {
    expect(rows({})).toEqual([0, 1, 2])
    expect(rows({ from: 'info' })).toEqual([0, 2])
    expect(rows({ key: 'internal_x' })).toEqual([1, 2])
    expect(rows({ text: ' snacks ' })).toEqual([1, 2])
    expect(rows({ text: 'name of', from: 'warn' })).toEqual([2])
  })

  test('time is since the start of the run', () => {
    expect([0, 1250, 61_250].map(timeText)).toEqual(['0:00.000', '0:01.250', '1:01.250'])
  })

  test('is written as one line each, whatever a message holds', () => {
    expect(textOfLog(log).split('\n')).toEqual([
      '0:00.000\tinfo\trun\t3 of 30 assets to run.',
      '0:00.040\tdebug\tinternal_x[Snacks]\tStarted.',
      '1:01.250\terror\tinternal_x[Snacks]\tFailed here.',
      '',
    ])
  })

  test('counts every level, those without a line too', () => {
    expect([...countLevels(log).values()]).toEqual([1, 1, 0, 1])
  })
})

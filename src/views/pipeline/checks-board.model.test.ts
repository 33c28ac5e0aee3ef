import { describe, expect, test } from 'vitest'
import type { CheckRecord } from '../../runs/contract'
import { madeRecord } from '../../state/testing/fake-services'
import {
  checkRows,
  checksSentence,
  countChecks,
  filterChecks,
  nextStepOf,
} from './checks-board.model'
import { partitionOf, tileOf } from './testing/tiles'

const check = (name: string, change: Partial<CheckRecord>): CheckRecord => ({
  name,
  description: `About ${name}.`,
  severity: 'warn',
  blocking: false,
  passed: true,
  metadata: {},
  ...change,
})

const key = 'internal_train_clustering_models'
const record = {
  ...madeRecord(key, 'A', 'v'),
  checks: [
    check('fine', {}),
    check('no_tiny_cluster', { passed: false }),
    check('no_empty_cluster', { passed: false, severity: 'error', blocking: true }),
  ],
}
const tiles = [tileOf(key, { partitions: [partitionOf(key, { partition: 'A', record })] })]

describe('the board of checks', () => {
  const rows = checkRows(tiles)

  test('lists what failed before what warns before what passed', () => {
    expect(rows.map((row) => row.check.name)).toEqual([
      'no_empty_cluster',
      'no_tiny_cluster',
      'fine',
    ])
    expect(rows[0]).toMatchObject({ asset: 'Trained models, internal', partition: 'A' })
  })

  test('counts and says what it comes to', () => {
    expect(countChecks(rows)).toEqual({ all: 3, failed: 1, warns: 1, passed: 1 })
    expect(checksSentence(countChecks(rows))).toBe('Of 3 checks 1 failed, 1 warns, 1 passed.')
    expect(checksSentence(countChecks([]))).toBe('No check has run yet.')
  })

  test('is filtered by outcome and by words', () => {
    expect(filterChecks(rows, 'warns', '')).toHaveLength(1)
    expect(filterChecks(rows, 'all', 'tiny internal')).toHaveLength(1)
    expect(filterChecks(rows, 'passed', 'tiny')).toHaveLength(0)
  })
})

describe('nextStepOf(check)', () => {
  test('is what the check itself says; a record of an earlier version has a general one', () => {
    const failed = { passed: false }
    expect(nextStepOf(check('a', { ...failed, next: 'Mend the file.' }))).toBe('Mend the file.')
    expect(nextStepOf(check('a', { ...failed, blocking: true }))).toContain(
      'downstream was stopped',
    )
    expect(nextStepOf(check('a', failed))).toContain('can be used')
    expect(nextStepOf(check('a', { next: 'Mend the file.' }))).toBe('')
  })
})

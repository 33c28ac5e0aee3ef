import { describe, expect, test } from 'vitest'
import type { OverrideEntry } from '../../assets/override'
import type { OverrideLine } from '../../state/overrides/overrides-slice'
import { logCsv } from './log-csv'
import {
  brokenSentence,
  categoriesIn,
  filterRows,
  type LogRow,
  logRows,
  logSentence,
} from './log.model'
import { placeKey, type Shown, shownPlace } from './shown-places'

const stamp = { time: '2026-01-31T09:30:00.000Z', author: 'Ada', reason: 'Rebuilt.' }
const place = { branch: 'internal', category: 'Snacks' } as const
const lock = (id: string, store: string) =>
  ({ ...place, ...stamp, id, kind: 'lock', stores: [store], cluster: '2' }) as const
const rename = (id: string, cluster: string, name: string) =>
  ({ ...place, ...stamp, id, kind: 'rename', cluster, name }) as const
const active = (entry: Exclude<OverrideEntry, { kind: 'revoke' }>): OverrideLine => ({
  entry,
  standing: 'active',
})

const outcome = {
  kind: 'lock',
  status: 'applied',
  stores: ['00123'],
  cost: 3,
  message: 'Moved: 00123 from 1 to 2.',
} as const
const conflict = { ...outcome, status: 'conflict', stores: [], cost: 0, message: 'Conflict: no.' }

/** Two stores at distance 1 and 3 of their centres; cluster 2 is named by a person. */
const snacks = shownPlace(
  {
    distance: Float64Array.of(1, 3, NaN),
    overrides: [
      { ...outcome, id: 'held' },
      { ...conflict, id: 'broken', status: 'conflict' as const },
    ],
  },
  {
    branches: [
      {
        branch: 'internal',
        clusters: [
          { cluster: '2', ids: [2], name: 'Late night', isNamedByPerson: true, high: [], low: [] },
        ],
      },
    ],
  },
  'internal',
)
const shown: Shown = (where) => (placeKey(where) === placeKey(place) ? snacks : null)
const rowsOf = (...lines: OverrideLine[]) => logRows(lines, shown)
const resultOf = (line: OverrideLine) => rowsOf(line)[0]?.result

describe('what came of a decision in the shown run', () => {
  test('an applied one has its stores, its cost and the share of the within sum of squares', () => {
    expect(resultOf(active(lock('held', '00123')))).toEqual({
      kind: 'held',
      word: 'Applied',
      text: 'Moved: 00123 from 1 to 2. Adds 3.00 to the inertia, 30.0\u202f% of the within sum of squares.',
      stores: ['00123'],
      cost: 3,
      share: 0.3,
    })
  })

  test('one that no run has seen waits, one elsewhere too', () => {
    expect(resultOf(active(lock('new', '7')))).toMatchObject({ kind: 'waiting' })
    const elsewhere = { ...lock('new', '7'), category: 'Candy' }
    expect(resultOf(active(elsewhere))?.text).toContain('no such clusters')
  })

  test('one that was taken back is told while the result still has it', () => {
    const revokedBy = { ...stamp, id: 'r', kind: 'revoke', of: 'held' } as const
    const revoked = (id: string): OverrideLine => ({
      entry: lock(id, '00123'),
      standing: 'revoked',
      revokedBy,
    })
    expect(resultOf(revoked('held'))).toMatchObject({ kind: 'waiting' })
    expect(resultOf(revoked('gone'))).toMatchObject({ kind: 'none', text: '' })
  })

  test('a name is applied, waits for a run, or is of a cluster that is not there', () => {
    expect(resultOf(active(rename('n', '2', 'Late night')))).toMatchObject({ word: 'Applied' })
    expect(resultOf(active(rename('n', '2', 'Night owls')))).toMatchObject({ kind: 'waiting' })
    expect(resultOf(active(rename('n', '9', 'Gone')))).toMatchObject({ kind: 'broken' })
  })

  test('of two names of a cluster the newer one counts', () => {
    const [newer, older] = rowsOf(
      active(rename('new', '2', 'Late night')),
      active(rename('old', '2', 'Night owls')),
    )
    expect(newer?.result.word).toBe('Applied')
    expect(older?.result.word).toBe('Replaced')
  })
})

describe('the log', () => {
  const revoke = { ...stamp, id: 'r', kind: 'revoke', of: 'held' } as const
  const rows: readonly LogRow[] = rowsOf(
    { entry: revoke, standing: 'revoke' },
    { entry: lock('held', '00123'), standing: 'revoked', revokedBy: revoke },
    active({ ...lock('new', '7'), branch: 'merged', category: 'Candy' }),
    active(lock('broken', '9')),
  )

  test('what does not hold comes first, then the newest', () => {
    expect(rows.map(({ line }) => line.entry.id)).toEqual(['broken', 'r', 'held', 'new'])
    expect(brokenSentence(rows)).toBe(
      '1 decision does not hold: Store 9 locked to 2 Late night (Internal, Snacks).',
    )
    expect(brokenSentence(rows.slice(1))).toBe('')
  })

  test('a take-back says what it takes back, and belongs to the place of that', () => {
    expect(rows[1]?.text).toBe('Taken back: Store 00123 locked to 2 Late night')
    expect(rows[1]?.place).toEqual(place)
  })

  test('is filtered by branch and category', () => {
    expect(filterRows(rows, { branch: 'merged', category: null })).toHaveLength(1)
    expect(filterRows(rows, { branch: null, category: 'Snacks' })).toHaveLength(3)
    expect(categoriesIn(rows)).toEqual(['Candy', 'Snacks'])
  })

  test('counts those in force and the stores that they move', () => {
    expect(logSentence(rows)).toBe('2 decisions in force.')
    expect(logSentence(rowsOf(active(lock('held', '00123'))))).toBe(
      '1 decision in force, 1 store moved or left out by them.',
    )
  })

  test('as CSV it has every entry with who, when, why and what came of it', () => {
    const { columns, rows: cells } = logCsv(rowsOf(active(lock('held', '00123'))))
    const row = new Map(columns.map((name, i) => [name, cells[0]?.[i]]))
    expect(row.get('author')).toBe('Ada')
    expect(row.get('stores')).toBe('00123')
    expect(row.get('added_inertia')).toBe(3)
    expect(row.get('standing')).toBe('active')
  })
})

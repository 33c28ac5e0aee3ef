import { describe, expect, test } from 'vitest'
import type { OverrideLine } from '../../state/overrides/overrides-slice'
import { givenNames, pendingNames, pendingPlacings, pendingText } from './pending.model'

const place = { branch: 'internal', category: 'Snacks' } as const
const stamp = { time: '2026-01-31T09:30:00.000Z', author: 'Ada', reason: 'Rebuilt.' }
const revokedBy = { ...stamp, id: 'r', kind: 'revoke', of: 'x' } as const
const exclude = (id: string) =>
  ({ ...place, ...stamp, id, kind: 'exclude', stores: ['7'] }) as const
const rename = (id: string, name: string) =>
  ({ ...place, ...stamp, id, kind: 'rename', cluster: '2', name }) as const
const outcome = (id: string) =>
  ({ id, kind: 'exclude', status: 'applied', stores: ['7'], cost: 0, message: '' }) as const

describe('what a result does not have yet', () => {
  test('a new decision, and one that was taken back and is still in it', () => {
    const fresh: OverrideLine = { entry: exclude('a'), standing: 'active' }
    const gone: OverrideLine = { entry: exclude('b'), standing: 'revoked', revokedBy }
    expect(pendingPlacings([fresh, gone], place, [])).toBe(1)
    expect(pendingPlacings([fresh, gone], place, [outcome('a'), outcome('b')])).toBe(1)
    expect(pendingPlacings([fresh, gone], place, [outcome('a')])).toBe(0)
    expect(pendingPlacings([fresh], { ...place, category: 'Candy' }, [])).toBe(0)
  })

  test('a new name, and an automatic one that is wanted back', () => {
    const named = (name: string, isNamedByPerson: boolean) =>
      new Map([['2', { name, isNamedByPerson }]])
    const lines: OverrideLine[] = [{ entry: rename('n', 'Night'), standing: 'active' }]
    expect(pendingNames(lines, place, named('Less vodka', false))).toBe(1)
    expect(pendingNames(lines, place, named('Night', true))).toBe(0)
    expect(pendingNames([], place, named('Night', true))).toBe(1)
    expect(pendingNames([], place, named('Less vodka', false))).toBe(0)
  })

  test('in words, and nothing to say where there is nothing', () => {
    expect(pendingText(1, 'decision')).toBe('1 decision is not in this result yet.')
    expect(pendingText(2, 'name')).toBe('2 names are not in this result yet.')
    expect(pendingText(0, 'name')).toBeNull()
  })
})

test('givenNames(lines, place, cluster): the newest first, without those that were taken back', () => {
  const lines: OverrideLine[] = [
    { entry: rename('newest', 'Gone'), standing: 'revoked', revokedBy },
    { entry: rename('newer', 'Night'), standing: 'active' },
    { entry: rename('older', 'Evening'), standing: 'active' },
  ]
  expect(givenNames(lines, place, '2').map(({ id }) => id)).toEqual(['newer', 'older'])
  expect(givenNames(lines, place, '3')).toEqual([])
})

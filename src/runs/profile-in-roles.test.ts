import { expect, test } from 'vitest'
import { inspectFile } from '../files/inspect'
import { openSource } from './open-source'
import { profileInRoles } from './profile-in-roles'

const lines = Array.from(
  { length: 20 },
  (_, i) => `${i === 4 ? 'B-12' : i + 1},${i === 7 ? 'closed' : i}`,
)
const blob = new Blob([`store,size\n${lines.join('\n')}\n`])
const inspected = await inspectFile('market.csv', blob)
if (!inspected.ok) throw new Error(inspected.failure.message)
const { profile } = inspected
const none = { store: null, product: null, category: null, value: null, group: null }

test('an id that is no number is not told as lost, a measure is', () => {
  expect(profile.notes.join()).toContain('first "B-12"')
  const seen = profileInRoles({ profile, columns: { ...none, store: 'store' } })
  expect(seen.notes).toEqual([
    '"size": 1 cell is not a number and read as missing, first "closed" on line 9.',
  ])
  expect(seen.columns.map(({ type, nRejected }) => [type, nRejected])).toEqual([
    ['text', 0],
    ['number', 1],
  ])
})

test('a column that is no id any more is told again', () => {
  expect(profileInRoles({ profile, columns: none })).toBe(profile)
})

test('a run is told of no unreadable id', () => {
  const source = {
    id: 'a',
    role: 'external',
    name: 'market.csv',
    file: { kind: 'blob', name: 'market.csv', blob },
    profile,
    columns: { ...none, store: 'store' },
  } as const
  expect(openSource(source, blob).rejected.map(({ column }) => column)).toEqual(['size'])
})

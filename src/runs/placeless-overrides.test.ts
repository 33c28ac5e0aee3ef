import { expect, test } from 'vitest'
import type { Override, OverrideEntry } from '../assets/override'
import { external, internal, labeling, reassigned } from '../assets/specs'
import { emptyConfiguration } from '../config/configuration'
import { linesOfPlaceless } from './placeless-overrides'

const chain = ['Beer', 'Wine'].flatMap((partition) =>
  [internal.assigned, reassigned, labeling].map((spec) => ({ spec, partition })),
)
const whole = [...chain, { spec: external.assigned, partition: 'all' }]

const stamp = { time: '2026-01-05T09:00:00Z', author: 'A planner', reason: 'as agreed' }
const lock = (place: Pick<Override, 'branch' | 'category'>): OverrideEntry => {
  return { kind: 'lock', id: 'a', ...place, stores: ['00123'], cluster: '1', ...stamp }
}

const told = (overrides: readonly OverrideEntry[], pairs = whole) =>
  linesOfPlaceless(pairs, { ...emptyConfiguration, overrides }).map(({ message }) => message)

test('an override of a category that is not in the run is told, with the nearest one', () => {
  expect(told([lock({ branch: 'merged', category: 'Bear' })])).toEqual([
    'Override a (lock, merged) changes nothing: no category "Bear" is in this run. Did you mean "Beer"?',
  ])
  expect(told([lock({ branch: 'internal', category: 'all' })])).toEqual([
    'Override a (lock, internal) changes nothing: no category "all" is in this run. Known here: Beer, Wine.',
  ])
})

test('external clusters of the whole chain have the category all', () => {
  expect(told([lock({ branch: 'external', category: 'Beer' })])).toEqual([
    'Override a (lock, external) changes nothing: no category "Beer" is in this run. Known here: all.',
  ])
  expect(told([lock({ branch: 'external', category: 'all' })])).toEqual([])
})

test('nothing is told of what is followed, was revoked, or has no files in this run', () => {
  const astray = lock({ branch: 'merged', category: 'Bear' })
  expect(told([lock({ branch: 'merged', category: 'Beer' })])).toEqual([])
  expect(told([astray, { kind: 'revoke', id: 'b', of: 'a', ...stamp }])).toEqual([])
  expect(told([astray], [{ spec: external.assigned, partition: 'all' }])).toEqual([])
})

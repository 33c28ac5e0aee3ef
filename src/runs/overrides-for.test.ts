import { expect, test } from 'vitest'
import type { Override, OverrideEntry } from '../assets/override'
import { external, internal, labeling, profiles } from '../assets/specs'
import type { AnySpec } from '../assets/spec'
import { type Configuration, emptyConfiguration } from '../config/configuration'
import { overridesFor } from './overrides-for'

const entry = (id: string, override: Override): OverrideEntry => ({
  ...override,
  id,
  time: '2026-01-05T09:00:00Z',
  author: 'A planner',
  reason: 'as agreed',
})

const log: readonly OverrideEntry[] = [
  entry('name in', {
    kind: 'rename',
    branch: 'internal',
    category: 'Snacks',
    cluster: '1',
    name: 'A',
  }),
  entry('lock in', {
    kind: 'lock',
    branch: 'internal',
    category: 'Snacks',
    cluster: '1',
    stores: ['s'],
  }),
  entry('name of all', {
    kind: 'rename',
    branch: 'external',
    category: 'all',
    cluster: '1',
    name: 'B',
  }),
  entry('name of one', {
    kind: 'rename',
    branch: 'external',
    category: 'Snacks',
    cluster: '1',
    name: 'C',
  }),
]

const idsFor = (spec: AnySpec, partition: string, external_scope = 'global') => {
  const configuration: Configuration = {
    ...emptyConfiguration,
    overrides: log,
    job_params: { external_scope },
  }
  return overridesFor({ spec, partition }, configuration).map(({ id }) => id)
}

test('where stores go follows what places them, what clusters are called follows names', () => {
  expect(idsFor(internal.assigned, 'Snacks')).toEqual(['lock in'])
  expect(idsFor(labeling, 'Snacks')).toEqual(['name in', 'name of all'])
  expect(idsFor(labeling, 'Beer')).toEqual(['name of all'])
  expect(idsFor(profiles, 'Snacks')).toEqual([])
})

test('external clusters that are made per category are named per category', () => {
  expect(idsFor(labeling, 'Snacks', 'per_category')).toEqual(['name in', 'name of one'])
  expect(idsFor(labeling, 'Beer', 'per_category')).toEqual([])
  expect(idsFor(external.assigned, 'Snacks', 'per_category')).toEqual([])
})

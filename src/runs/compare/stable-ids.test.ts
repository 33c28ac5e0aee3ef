import { expect, test } from 'vitest'
import { external, internal } from '../../assets/specs'
import { emptyConfiguration } from '../../config/configuration'
import { madeRecord, placedRun } from '../testing/placed-run'
import type { RunSide } from './run-side'
import { stableIds } from './stable-ids'

const place = { view: 'merged', category: 'all' } as const

/** A run that kept the internal ids 1 and 2 and the external id 7 of the run `first`. */
function carried(id: string, order: string): RunSide {
  const madeFrom = { params: '', sources: '', deps: '', memory: 'm' }
  const kept = new Map<string, readonly number[]>([
    [internal.model.key, [1, 2]],
    [external.model.key, [7]],
  ])
  const assets = [internal.model, external.model].map(({ key, codeVersion }) =>
    madeRecord(key, 'all', { codeVersion, madeFrom }),
  )
  const merging = { merge_order: order }
  const configuration = { ...emptyConfiguration, merging }
  const { run } = placedRun({}, { id, assets, configuration, baseline: { runId: 'first', seq: 1 } })
  const lineageOf = (key: string) =>
    (kept.get(key) ?? []).map((cluster) => ({ cluster, state: 'kept' }))
  return { run, read: async ({ key }) => ({ lineage: lineageOf(key) }) }
}

test('stableIds(a, b, place) takes a merged cluster for the same one where both halves are kept', async () => {
  const [a, b] = [carried('a', 'external_internal'), carried('b', 'external_internal')]
  const isStable = await stableIds(a, b, place)
  expect(['7_1', '7_2', '1_7', '7_3', '8_1'].map((id) => isStable?.(id))).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
  expect(await stableIds(a, carried('b', 'internal_external'), place)).toBeNull()
})

test('stableIds(a, b, place) says nothing where a model is no longer kept', async () => {
  const a = carried('a', 'internal_external')
  const gone = { ...carried('b', 'internal_external'), read: async () => null }
  expect(await stableIds(a, gone, place)).toBeNull()
})

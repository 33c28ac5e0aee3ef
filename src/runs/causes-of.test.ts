import { expect, test } from 'vitest'
import type { OverrideEntry } from '../assets/override'
import { labeling } from '../assets/specs'
import { emptyConfiguration } from '../config/configuration'
import { causesOf } from './causes-of'
import { overridesFor } from './overrides-for'
import { madeRecord } from './testing/placed-run'

const pair = { key: labeling.key, partition: 'all', id: 'names', spec: labeling, inputs: [] }
const rename = (name: string): OverrideEntry => ({
  id: name,
  time: '2026-01-31T09:30:00Z',
  author: 'Ada',
  reason: 'Known as that.',
  kind: 'rename',
  branch: 'internal',
  category: 'all',
  cluster: '1',
  name,
})

/** What the names of clusters, made under these baselines and renames, are stale by. */
function causesBetween(
  before: { readonly seq: number; readonly name: string },
  after: { readonly seq: number; readonly name: string },
) {
  const configurationOf = (name: string) => ({ ...emptyConfiguration, overrides: [rename(name)] })
  const madeFrom = (memory: string) => ({ params: 'p', sources: 's', deps: 'd', memory })
  const run = {
    configuration: configurationOf(before.name),
    inputs: [],
    baseline: { runId: `run ${before.seq}`, seq: before.seq },
    assets: [],
  }
  const { key, codeVersion } = labeling
  const record = madeRecord(key, 'all', { codeVersion, madeFrom: madeFrom('before') })
  return causesOf(
    pair,
    { record, run },
    {
      params: {},
      sources: [],
      overrides: overridesFor(pair, configurationOf(after.name)),
      baselineSeq: after.seq,
      madeFrom: madeFrom('after'),
      changedUpstream: [],
    },
  )
}

const baseline = { kind: 'baseline', before: 1, after: 2 }
const overrides = { kind: 'overrides', before: 1, after: 1 }

test.each([
  ['only the baseline', { seq: 2, name: 'Wine' }, [baseline]],
  ['only the overrides, as many as before', { seq: 1, name: 'Beer' }, [overrides]],
  ['both, each by itself', { seq: 2, name: 'Beer' }, [baseline, overrides]],
])('causesOf(pair, earlier, now) names %s where those changed', (_, after, causes) => {
  expect(causesBetween({ seq: 1, name: 'Wine' }, after)).toEqual(causes)
})

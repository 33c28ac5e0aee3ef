import { describe, expect, test } from 'vitest'
import { emptyConfiguration } from '../../config/configuration'
import type { RunRecord } from '../../runs/contract'
import { bundleContents, dataLine, storageSentence } from './run-bundle.model'

const columns = { store: null, product: null, category: null, value: null, group: null }
const input = { role: 'sales', name: 's.csv', digest: 'd', size: 1500, columns } as const
const run: RunRecord = {
  id: 'a',
  seq: 3,
  startedAt: '2025-11-23T14:06:00Z',
  ms: 1000,
  status: 'success',
  selection: 'full_pipeline_job',
  configuration: emptyConfiguration,
  inputs: [input, input],
  assets: [],
  errors: [],
  resultHash: null,
}

describe('the bundle on the Export screen', () => {
  test('says how large the data is, and what of it is not here', () => {
    expect(dataLine(run, 2)).toBe('2 files, 3.0 KB before packing')
    expect(dataLine(run, 1)).toBe('2 files, 3.0 KB before packing; 1 of them not on the desk')
    expect(dataLine(run, 0)).toBe('2 files, 3.0 KB before packing; none of them is on the desk')
  })

  test('lists what is inside, with the data and the baseline only where they are', () => {
    const names = (of: RunRecord, hasData: boolean) =>
      bundleContents({ run: of, hasData }).map(({ name }) => name)
    expect(names(run, false)).not.toContain('data/')
    expect(names(run, true)).toContain('data/')
    expect(names(run, true)).not.toContain('baseline/')
    expect(names({ ...run, baseline: { runId: 'b', seq: 2 } }, true)).toContain('baseline/')
  })

  test('says plainly who keeps the run', () => {
    const say = (isPersisted: boolean | null, isMemory = false) =>
      storageSentence({ isPersisted, isMemory })
    expect(say(null)).toBe('Kept in this browser only.')
    expect(say(false)).toContain('may clear it')
    expect(say(true)).toContain('promised')
    expect(say(null, true)).toContain('until this page is closed')
  })
})

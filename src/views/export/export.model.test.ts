import { describe, expect, test } from 'vitest'
import type { RunRecord } from '../../runs/contract'
import { emptyConfiguration } from '../../config/configuration'
import { exportAnswer, exportLines } from './export.model'

const run: RunRecord = {
  id: 'a',
  seq: 3,
  startedAt: '2025-11-23T14:06:00Z',
  ms: 1000,
  status: 'success',
  selection: 'full_pipeline_job',
  configuration: emptyConfiguration,
  inputs: [],
  assets: [],
  errors: [],
  resultHash: null,
}

describe('what is handed over', () => {
  test('before a run there is nothing', () => {
    expect(exportAnswer(null, null).title).toBe('Nothing to hand over yet.')
  })

  test('a run of one branch says that it has no merged clusters', () => {
    expect(exportAnswer(null, run).title).toBe('Run 3 has no merged clusters.')
  })

  test('counts go over every category, a store counts once', () => {
    const each = { stores: 2, clusters: 3, moved: 1, onlyInternal: 0, onlyExternal: 2, separate: 0 }
    const published = {
      storeIds: ['1', '1', '2', '2'],
      perCategory: [
        { category: 'A', ...each },
        { category: 'B', ...each },
      ],
    }
    expect(exportAnswer(published, run)).toEqual({
      title: 'Ready to hand over: 6 merged clusters of 2 stores in 2 categories.',
      detail:
        '4 store and category pairs placed, 2 moved out of small clusters, 4 known in one view only and listed in the exceptions.',
    })
    const apart = { ...published, perCategory: [{ category: 'A', ...each, separate: 5 }] }
    expect(exportAnswer(apart, run).detail).toContain('5 kept separate as unusual')
  })

  test('a table says its rows, a text does not', () => {
    const lines = exportLines([
      { kind: 'table', name: 'moves.csv', columns: ['a'], rows: [['x']] },
      { kind: 'text', name: 'run.json', text: '{}' },
    ])
    expect(lines.map(({ what }) => what)).toEqual([
      '1 row, stores that left a small cluster',
      'settings, inputs, checks and the result hash',
    ])
  })
})

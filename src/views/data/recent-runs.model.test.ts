import { describe, expect, test } from 'vitest'
import { noMark } from '../../runs/run-mark'
import { emptyRun, madeRecord } from '../../state/testing/fake-services'
import { recentRuns } from './recent-runs.model'

const published = { ...madeRecord('merged_cluster_assignments', null, 'v'), rows: 300 }
const run = { ...emptyRun('a'), seq: 3, assets: [published] }
const now = Date.parse(run.startedAt)

describe('recentRuns(runs, marks, now)', () => {
  test('says what a run published', () => {
    expect(recentRuns([run], new Map(), now)[0]).toMatchObject({
      name: 'Run 3',
      outcome: '300 store and category pairs published',
    })
  })

  test('names it as a person does, with what it stands for', () => {
    const mark = { ...noMark, name: 'Spring', standing: 'baseline' as const }
    expect(recentRuns([run], new Map([['a', mark]]), now)[0]).toMatchObject({
      name: 'Run 3, Spring',
      outcome: 'Baseline, 300 store and category pairs published',
    })
  })
})

import { describe, expect, test } from 'vitest'
import { noMark } from '../../runs/run-mark'
import { emptyRun, madeRecord } from '../../state/testing/fake-services'
import { keptText, retentionText, runLines, runsTitle } from './runs.model'

const first = { ...emptyRun('a'), seq: 1, ms: 4000, resultHash: 'a41f09c2ff' }
const second = {
  ...emptyRun('b'),
  seq: 2,
  ms: 1000,
  status: 'failure' as const,
  assets: [madeRecord('x', null, 'v'), { ...madeRecord('y', null, 'v'), cached: true }],
}
const history = [
  { run: second, changes: { settings: ['Transform'], files: [] } },
  { run: first, changes: null },
]
const now = Date.parse(first.startedAt)

describe('the timeline of runs', () => {
  const [newest, oldest] = runLines(history, new Map(), now)

  test('says what a run was about, what changed, how long it took and its result', () => {
    expect(newest).toMatchObject({
      about: 'Full pipeline, failed, 1 of 2 assets made anew',
      changed: 'Transform',
      glyph: 'failed',
      duration: '1.0 s',
      share: 0.25,
      hash: '',
    })
    expect(oldest).toMatchObject({
      changed: 'The first run kept here',
      share: 1,
      hash: 'a41f 09c2',
    })
  })

  test('says which run is the baseline', () => {
    expect(runsTitle(runLines(history, new Map(), now))).toBe('2 runs, none of them the baseline')
    const marks = new Map([['a', { ...noMark, standing: 'baseline' as const }]])
    expect(runsTitle(runLines(history, marks, now))).toBe('2 runs; run 1 is the baseline')
  })

  test('says what is kept, where, and what will go', () => {
    expect(keptText(214_000_000, false)).toBe('214 MB kept in this browser only.')
    expect(keptText(null, true)).toBe('Kept until this page is closed.')
    expect(retentionText(0)).not.toContain('will go')
    expect(retentionText(2)).toContain('2 runs will go when the next run ends.')
  })
})

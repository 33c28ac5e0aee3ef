import { describe, expect, test } from 'vitest'
import { emptyConfiguration } from '../../config/configuration'
import { compareRuns } from '../../runs/compare/compare-runs'
import { placedRun } from '../../runs/testing/placed-run'
import { differenceGroups } from './differences.model'
import { differencesTitle } from './differences-title'

const placing = { s1: 1, s2: 2 }
const input = { role: 'sales' as const, name: 'sales.csv', size: 1 }
const columns = { store: null, product: null, category: null, value: null, group: null }

async function groupsOf(
  before: Parameters<typeof placedRun>[1],
  after: Parameters<typeof placedRun>[1],
) {
  const comparison = await compareRuns(placedRun(placing, before), placedRun(placing, after))
  return differenceGroups(comparison, 'Snacks')
}

const differing = (groups: Awaited<ReturnType<typeof groupsOf>>) =>
  groups.flatMap(({ title, rows }) =>
    rows.flatMap(({ name, before, after, note, isSame }) =>
      isSame ? [] : [[title, name, before, after, note].join(' | ')],
    ),
  )

describe('what differs between two runs', () => {
  test('nothing, where both were made of the same', async () => {
    const groups = await groupsOf({}, {})
    expect(differing(groups)).toEqual([])
    expect(differencesTitle(groups)).toBe('Nothing differs in what the runs were made of')
  })

  test('settings by their label with what they were and are, and files by their digest', async () => {
    const groups = await groupsOf(
      { inputs: [{ ...input, digest: 'a41f09c2aa', columns }] },
      {
        inputs: [{ ...input, digest: '7be0d318bb', columns }],
        configuration: { ...emptyConfiguration, job_params: { max_clusters: 7 } },
      },
    )
    expect(differing(groups)).toEqual([
      expect.stringMatching(/^Settings \| Most clusters \| \d+ \| 7 \| $/),
      'Files | sales.csv | a41f 09c2 | 7be0 d318 | ',
    ])
    expect(differencesTitle(groups)).toBe('1 setting and 1 file differ')
  })

  test('the environment and the baseline it carries on', async () => {
    const groups = await groupsOf({}, { environment: 'prod', baseline: { runId: 'x', seq: 3 } })
    expect(differing(groups)).toEqual([
      'Conditions | Environment | base | prod | ',
      'Conditions | Baseline | no run | run 3 | ',
    ])
    expect(differencesTitle(groups)).toBe('The environment and the baseline differ')
    const one = await groupsOf({}, { environment: 'prod' })
    expect(differencesTitle(one)).toBe('The environment differs')
  })

  test('what is the same follows what differs, for whoever asks', async () => {
    const configuration = { ...emptyConfiguration, job_params: { max_clusters: 7 } }
    const [settings] = await groupsOf({}, { configuration })
    expect(settings?.rows[0]).toMatchObject({ name: 'Most clusters', isSame: false })
    expect(settings?.rows.slice(1).every(({ isSame }) => isSame)).toBe(true)
    expect(settings?.rows.length).toBeGreaterThan(40)
  })
})

import { describe, expect, test } from 'vitest'
import { emptyConfiguration } from '../../config/configuration'
import type { AppState } from '../../state/app-state'
import { selectSettings } from '../../state/settings'
import { answerOf, filterSettings, nChanged } from './configure.model'

function settingsWith(job: Readonly<Record<string, unknown>>) {
  const configuration = { ...emptyConfiguration, job_params: job }
  const state: Pick<AppState, 'configuration'> = { configuration }
  return selectSettings(state as AppState)
}

describe('selectSettings(state)', () => {
  test('every stage of the pipeline has its group, Train models the seed', () => {
    const groups = settingsWith({})
    expect(groups.map(({ title }) => title)).toEqual([
      'Preprocessing',
      'Filter features',
      'Impute',
      'Normalise',
      'Outliers',
      'Reduce dimensions',
      'Cluster count',
      'Train models',
      'Merge',
    ])
    const train = groups.find(({ title }) => title === 'Train models')
    expect(train?.settings.map(({ name }) => name)).toContain('session_id')
  })

  test('a setting of both branches is inherited by each', () => {
    const all = settingsWith({ max_clusters: 5 }).flatMap(({ settings }) => settings)
    expect(all.find(({ name }) => name === 'max_clusters')).toMatchObject({
      isChanged: true,
      presetValue: 10,
      main: { value: 5, isOwn: true },
      external: { value: 5, isOwn: false },
    })
  })
})

describe('answerOf(groups, preset, consequence)', () => {
  test('says how many settings differ and what a run would redo', () => {
    const answer = answerOf(settingsWith({ max_clusters: 5 }), 'Recommended', {
      nToRun: 23,
      nTotal: 30,
    })
    expect(answer.title).toBe('1 setting differs from the Recommended preset.')
    expect(answer.detail).toBe('Running redoes 23 of 30 assets. 7 are kept.')
  })
})

describe('filterSettings(groups, filter)', () => {
  test('finds a setting by its key and leaves out the other groups', () => {
    const found = filterSettings(settingsWith({}), { text: 'max_clusters', changedOnly: false })
    expect(found.flatMap(({ settings }) => settings.map(({ name }) => name))).toEqual([
      'max_clusters',
    ])
  })

  test('changed only', () => {
    const groups = settingsWith({ pca_components: 0.8 })
    expect(nChanged(filterSettings(groups, { text: '', changedOnly: true }))).toBe(1)
  })
})

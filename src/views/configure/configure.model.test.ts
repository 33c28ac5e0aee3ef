import { describe, expect, test } from 'vitest'
import { emptyConfiguration } from '../../config/configuration'
import { selectSettings } from '../../state/config/settings'
import { answerOf, filterSettings, inBlocks, nChanged, redoWords } from './configure.model'

function settingsWith(job: Readonly<Record<string, unknown>>) {
  const configuration = { ...emptyConfiguration, job_params: job }
  return selectSettings({ configuration, environment: null })
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
      resetValue: 10,
      main: { value: 5, isOwn: true },
      external: { value: 5, isOwn: false },
    })
  })
})

test('settings that do not go together keep a run from starting', () => {
  const draft = { groups: settingsWith({}), preset: 'Recommended', environment: null }
  expect(answerOf(draft, 'contradicted').detail).toContain('no run can start')
})

describe('inBlocks(settings)', () => {
  const train = (job: Readonly<Record<string, unknown>>) =>
    inBlocks(settingsWith(job).find(({ title }) => title === 'Train models')?.settings ?? [])
  const namesOf = (idle: string | null, job = {}) =>
    train(job)
      .find((block) => block.idle === idle)
      ?.settings.map(({ name }) => name)

  test('what is not read as things are stands last, by what it waits for', () => {
    expect(train({})[0]?.idle).toBeNull()
    expect(namesOf(null)).toContain('n_init')
    expect(namesOf('Algorithm: DBSCAN')).toEqual(['eps', 'min_samples'])
  })

  test('the choice that asks for a setting brings it to the front', () => {
    expect(namesOf(null, { algorithm: 'dbscan' })).toEqual(
      expect.arrayContaining(['eps', 'min_samples']),
    )
    expect(namesOf('Algorithm: DBSCAN', { algorithm: 'dbscan' })).toBeUndefined()
  })
})

describe('a setting that says what the preset says', () => {
  test('is written and can be taken out, but differs from nothing', () => {
    const groups = settingsWith({ max_clusters: 10, n_init: 3 })
    const all = groups.flatMap(({ settings }) => settings)
    const find = (name: string) => all.find((setting) => setting.name === name)
    expect(find('max_clusters')).toMatchObject({ isWritten: true, isChanged: false })
    expect(find('n_init')).toMatchObject({ isWritten: true, isChanged: true })
    expect(nChanged(groups)).toBe(1)
  })

  test('of an environment differs from the base', () => {
    const configuration = {
      ...emptyConfiguration,
      job_params: { n_init: 3, max_clusters: 5 },
      environments: { prod: { job_params: { n_init: 3, max_clusters: 10 } } },
    }
    const groups = selectSettings({ configuration, environment: 'prod' })
    const changed = groups.flatMap(({ settings }) => settings.filter((one) => one.isChanged))
    expect(changed).toMatchObject([
      { name: 'max_clusters', resetValue: 5, main: { value: 10, isOwn: true } },
    ])
  })
})

describe('answerOf(groups, preset, consequence)', () => {
  test('says how many settings differ and what a run would redo', () => {
    const groups = settingsWith({ max_clusters: 5 })
    const draft = { groups, preset: 'Recommended', environment: null }
    const answer = answerOf(draft, { nToRun: 23, nTotal: 30 })
    expect(answer.title).toBe('1 setting differs from the Recommended preset.')
    expect(answer.detail).toBe('Running redoes 23 of 30 assets. 7 are kept.')
  })

  test('says so where an environment is edited', () => {
    const draft = { preset: 'Recommended', environment: 'prod' }
    expect(answerOf({ ...draft, groups: settingsWith({}) }, null).title).toBe(
      'prod changes nothing of the base yet.',
    )
    expect(answerOf({ ...draft, groups: settingsWith({ n_init: 3 }) }, null).title).toBe(
      '1 setting differs in prod from the base.',
    )
  })
})

describe('redoWords(redo)', () => {
  test('names how many of how many', () => {
    expect(redoWords({ nRedo: 12, nTotal: 30 })).toBe('would redo 12 of 30 assets')
    expect(redoWords({ nRedo: 0, nTotal: 30 })).toBe('would redo nothing')
    expect(redoWords(null)).toBe('would redo what cannot be told without files')
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

import { describe, expect, test } from 'vitest'
import type { OverrideEntry } from '../../assets/override'
import { createAppState } from '../app-state'
import { configurationText } from './configuration-text'
import { selectEffectiveConfiguration } from './effective-configuration'
import { selectSettings, settingAt } from './settings'
import { fakeServices } from '../testing/fake-services'

function open() {
  const app = createAppState(fakeServices())
  const state = () => app.getState()
  return { app, state, text: () => configurationText(state()) }
}

const locked: OverrideEntry = {
  id: 'o1',
  time: '2026-01-01T00:00:00Z',
  author: 'Ana',
  reason: 'Flagship',
  kind: 'lock',
  branch: 'internal',
  category: 'all',
  stores: ['1'],
  cluster: '2',
}

const written = `# Autumn
job_params:
  n_init: 3 # enough
  norm_method: "robust"
`

describe('settings', () => {
  test('one that no choice asks for says what it is only read with', () => {
    const { state } = open()
    const idleOf = (name: string) =>
      selectSettings(state())
        .flatMap(({ settings }) => settings)
        .find((setting) => setting.name === name)?.idle
    expect(idleOf('eps')).toBe('Algorithm: DBSCAN')
    expect(idleOf('max_clusters')).toBeNull()
    state().setParam('external', 'algorithm', 'dbscan')
    expect(idleOf('eps')).toBeNull()
    expect(idleOf('linkage')).toBe('Algorithm: Hierarchical')
    state().setParam('job_params', 'normalize', false)
    expect(idleOf('norm_method')).toBe('Scale: On')
  })

  test('the path of a fault leads to its setting, and that of a file to none', () => {
    expect(settingAt('eps')).toEqual({ name: 'eps', label: 'Neighbourhood' })
    expect(settingAt('internal.n_clusters')?.name).toBe('n_clusters')
    expect(settingAt('merging.min_cluster_size')?.name).toBe('min_cluster_size')
    for (const path of ['', 'sales.csv', 'merging.eps', 'eps.csv', 'sales.csv.eps'])
      expect(settingAt(path), path).toBeNull()
  })

  test('undo and redo go through every change', () => {
    const { state } = open()
    const { setParam, undo, redo } = state()
    const settings = () => state().configuration.internal
    setParam('internal', 'max_clusters', 5)
    setParam('internal', 'max_clusters', 6)
    undo()
    expect(settings()).toEqual({ max_clusters: 5 })
    undo()
    undo()
    expect(settings()).toEqual({})
    redo()
    redo()
    expect(settings()).toEqual({ max_clusters: 6 })
    setParam('internal', 'max_clusters', undefined)
    expect(settings()).toEqual({})
    redo()
    expect(settings()).toEqual({})
  })

  test('a setting that changes keeps its place among the others', () => {
    const { state } = open()
    state().setParams('job_params', { n_init: 1, tol: 0.1 })
    state().setParam('job_params', 'n_init', 2)
    expect(Object.keys(state().configuration.job_params)).toEqual(['n_init', 'tol'])
  })
})

describe('the text beside the settings', () => {
  test('is what was written, with what the form changed; undo brings it back byte for byte', async () => {
    const { state, text } = open()
    await state().editText(written)
    expect(state().configuration.job_params).toEqual({ n_init: 3, norm_method: 'robust' })
    expect(await text()).toBe(written)
    state().setParam('job_params', 'n_init', 4)
    state().resetParam('norm_method')
    expect(await text()).toBe('# Autumn\njob_params:\n  n_init: 4 # enough\n')
    state().undo()
    state().undo()
    expect(await text()).toBe(written)
    state().undo()
    expect(await text()).toBe('version: 1\n')
    state().redo()
    expect(await text()).toBe(written)
  })

  test('that cannot be read is kept beside the last settings that could', async () => {
    const { state, text } = open()
    await state().editText(written)
    const broken = written.replace('n_init', 'n_inits')
    await state().editText(broken)
    expect(state().unread).toMatchObject({ text: broken, faults: [{ line: 3, column: 3 }] })
    expect(state().configuration.job_params).toEqual({ n_init: 3, norm_method: 'robust' })
    expect(await text()).toBe(written)
    state().discardText()
    expect(state().unread).toBeNull()
    await state().editText(broken)
    await state().editText(broken.replace('n_inits: 3', 'n_init: 5'))
    expect(state().unread).toBeNull()
    expect(state().configuration.job_params).toMatchObject({ n_init: 5 })
  })

  test('asks for variables and never writes their values', async () => {
    const { state, text } = open()
    const seeded = 'job_params:\n  session_id: ${env:SEED}\n'
    await state().editText(seeded)
    expect(state().unread?.faults).toMatchObject([{ code: 'unset_variable', line: 2 }])
    await state().setVariable('SEED', '7')
    expect(state().unread).toBeNull()
    expect(state().configuration.job_params).toEqual({ session_id: 7 })
    state().setParam('job_params', 'n_init', 3)
    expect(await text()).toBe(`${seeded}  n_init: 3\n`)
    await state().setVariable('SEED', '8')
    expect(state().configuration.job_params).toEqual({ session_id: 8, n_init: 3 })
  })
})

describe('the log of overrides', () => {
  test('is never taken back by undo, redo, reset or another configuration', async () => {
    const { app, state, text } = open()
    state().setParam('internal', 'max_clusters', 5)
    const { configuration } = state()
    app.setState({ configuration: { ...configuration, overrides: [locked] } })
    state().undo()
    state().redo()
    state().resetAll()
    state().replaceConfiguration(configuration)
    expect(state().configuration.overrides).toEqual([locked])
    await state().editText('job_params: { n_init: 3 }\n')
    expect(state().configuration.overrides).toEqual([locked])
    expect(await text()).toContain('o1')
  })

  test('takes entries with ids of their own from a pasted text', async () => {
    const { app, state, text } = open()
    app.setState({ configuration: { ...state().configuration, overrides: [locked] } })
    await state().editText((await text()).replaceAll('o1', 'o2'))
    expect(state().configuration.overrides.map(({ id }) => id)).toEqual(['o1', 'o2'])
  })
})

describe('environments', () => {
  test('a setting that is changed while one is chosen is written into its overlay', async () => {
    const { state, text } = open()
    await state().editText(written)
    state().chooseEnvironment('prod')
    state().setParam('job_params', 'n_init', 20)
    expect(state().configuration.job_params['n_init']).toBe(3)
    expect(selectEffectiveConfiguration(state()).job_params).toEqual({
      n_init: 20,
      norm_method: 'robust',
    })
    expect(await text()).toBe(
      `${written}environments:\n  prod:\n    job_params:\n      n_init: 20\n`,
    )
    state().chooseEnvironment(null)
    expect(selectEffectiveConfiguration(state()).job_params['n_init']).toBe(3)
    state().undo()
    expect(state().environment).toBe('prod')
    expect(await text()).toBe(written)
  })

  test('a preset and a reset hold for the chosen environment alone', () => {
    const { state } = open()
    state().setParam('job_params', 'n_init', 3)
    state().chooseEnvironment('dev')
    state().setPreset('python-package')
    state().setParam('internal', 'n_init', 4)
    state().resetParam('n_init')
    expect(state().configuration).toMatchObject({
      preset: null,
      job_params: { n_init: 3 },
      environments: { dev: { preset: 'python-package' } },
    })
    state().resetAll()
    expect(state().configuration.environments).toEqual({ dev: {} })
    state().removeEnvironment('dev')
    expect(state()).toMatchObject({ environment: null, configuration: { environments: {} } })
    state().undo()
    expect(state()).toMatchObject({
      environment: 'dev',
      configuration: { environments: { dev: {} } },
    })
  })
})

describe('a configuration of the Python system', () => {
  test('is taken over with its report, and taken back', async () => {
    const { state, text } = open()
    state().setParam('job_params', 'n_init', 9)
    const python = 'logger: { level: INFO }\njob_params: { norm_method: robust }\n'
    expect(await state().importText('dev.yml', python)).toBe(true)
    expect(state().configuration).toMatchObject({
      preset: 'python-package',
      job_params: { norm_method: 'robust' },
    })
    expect(state().imported?.report?.map(({ path, outcome }) => `${path} ${outcome}`)).toEqual([
      'logger.level not_used',
      'job_params.norm_method taken',
    ])
    expect(await text()).toContain('preset: python-package')
    state().setParam('job_params', 'tol', 0.1)
    state().undoImport()
    expect(state().imported).toBeNull()
    expect(state().configuration).toMatchObject({ preset: null, job_params: { n_init: 9 } })
  })

  test('is only told of while a text is typed: half of ours may look like it', async () => {
    const { state } = open()
    await state().editText('readers:\n  sales: { kind: CSVReader }\n')
    expect(state().unread?.faults.map(({ code }) => code)).toContain('python_configuration')
    expect(state().configuration.preset).toBeNull()
    state().undo()
    expect(state().unread).toBeNull()
  })

  test('a file that cannot be read is shown with its faults, and changes nothing', async () => {
    const { state } = open()
    state().setParam('job_params', 'n_init', 9)
    expect(await state().importText('mine.yml', 'job_params: { n_inti: 3 }')).toBe(false)
    expect(state().unread?.faults).toHaveLength(1)
    expect(state().configuration.job_params).toEqual({ n_init: 9 })
  })

  test('a file that is gone from the disk is said, and changes nothing', async () => {
    const { state } = open()
    const gone = new Blob(['preset: fine'])
    gone.text = () => Promise.reject(new DOMException('It could not be read.', 'NotReadableError'))
    expect(await state().importText('mine.yml', gone)).toBe(false)
    expect(state().runFailure?.message).toBe('It could not be read.')
    expect(state().past).toEqual([])
  })
})

import { describe, expect, test } from 'vitest'
import { changesBetween, changesSince } from './run-changes'
import { readySources } from '../selectors'
import { emptyRun } from '../testing/fake-services'
import { namedFile, withFiles } from '../testing/with-files'

async function afterRun() {
  const { state } = await withFiles()
  const { configuration } = state()
  const inputs = readySources(state()).map(({ role, name, profile, columns }) => {
    const { digest, size } = profile
    return { role, name, digest, size, columns }
  })
  const run = { ...emptyRun('r'), configuration, inputs }
  const changes = () =>
    changesSince(run, { sources: readySources(state()), configuration: state().configuration })
  return { state, run, changes }
}

describe('changesSince(run, now)', () => {
  test('nothing changed, nothing is named', async () => {
    const { changes } = await afterRun()
    expect(changes()).toEqual({ settings: [], files: [] })
  })

  test('settings by their label, once, whichever branch they were set for', async () => {
    const { state, changes } = await afterRun()
    state().setParam('internal', 'max_clusters', 5)
    state().setParam('external', 'max_clusters', 6)
    expect(changes().settings).toEqual(['Most clusters'])
  })

  test('a setting written out at its own value changes nothing', async () => {
    const { state, changes } = await afterRun()
    state().setParam('merging', 'min_cluster_size', 20)
    expect(changes().settings).toEqual([])
  })

  test('files that are new, gone, or used otherwise', async () => {
    const { state, changes } = await afterRun()
    await state().addFiles([namedFile('market_2.csv')])
    state().removeSource('id-2')
    state().setColumn('id-1', 'category', null)
    expect(changes().files).toEqual(['metrics.csv', 'market_2.csv', 'market.csv'])
  })
})

describe('changesBetween(before, after)', () => {
  test('names settings and files, and nothing where both are the same', async () => {
    const { state, run } = await afterRun()
    state().setParam('job_params', 'max_clusters', 5)
    const [input] = run.inputs
    if (input === undefined) throw new Error('no input')
    const after = {
      ...run,
      configuration: state().configuration,
      inputs: [{ ...input, digest: 'other' }, ...run.inputs.slice(1)],
    }
    expect(changesBetween(run, run)).toEqual({ settings: [], files: [] })
    expect(changesBetween(run, after)).toEqual({
      settings: ['Most clusters'],
      files: ['metrics.csv'],
    })
  })
})

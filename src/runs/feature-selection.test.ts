import { describe, expect, test } from 'vitest'
import { external } from '../assets/specs'
import { emptyConfiguration, type Settings } from '../config/configuration'
import { makeSample } from '../sample/make-sample'
import { addressOf } from './address'
import { type RanHere, runHere, sourcesOf, type TextFile } from './testing/run-here'
import { valueOf } from './values-made'

/** External features selected by the internal clusters of a category, through the whole graph. */
const small = { n_init: 1, max_clusters: 3, n_estimators: 20 }
const quick = { feature_selection: 'supervised', selection_trees: 10, selection_folds: 3 }
const select = async (files: readonly TextFile[], settings: Settings = {}) =>
  runHere(await sourcesOf(files), {
    ...emptyConfiguration,
    job_params: small,
    external: { ...quick, ...settings },
  })

async function featuresOf({ record, cache }: RanHere) {
  const asset = record.assets.find(({ key }) => key === external.filtered.key)
  if (asset === undefined || asset.dataVersion === null)
    throw new Error('No external features were made.')
  const entry = await cache.read(addressOf(asset, asset.dataVersion))
  return valueOf(external.filtered, entry?.value)
}

/** The same rows from the last to the first. */
function turned({ name, text }: TextFile): TextFile {
  const [head = '', ...rows] = text.split('\r\n').filter((line) => line !== '')
  return { name, text: [head, ...rows.toReversed(), ''].join('\r\n') }
}

describe('features selected by internal clusters', () => {
  test('are those of the category with the most stores, and the same whatever the order of the rows', async () => {
    const run = await select(makeSample())
    expect(run.record.errors).toEqual([])
    const { selection, columns, dropped } = await featuresOf(run)
    expect(selection?.skipped).toBeNull()
    expect(selection?.ranking.length).toBeGreaterThan(columns.length)
    const kept = selection?.ranking.filter(({ isKept }) => isKept).map(({ name }) => name) ?? []
    expect(kept.toSorted()).toEqual(columns.map(({ name }) => name))
    expect(dropped.some(({ code }) => code === 'selection')).toBe(true)

    const other = await select(makeSample().map(turned))
    expect(await featuresOf(other)).toEqual(await featuresOf(run))
    expect(other.record.resultHash).toBe(run.record.resultHash)
  }, 60_000)

  test('per category are those of its own clusters', async () => {
    const { record, cache } = await runHere(await sourcesOf(makeSample()), {
      ...emptyConfiguration,
      job_params: { ...small, external_scope: 'per_category' },
      external: quick,
    })
    expect(record.status).toBe('success')
    const values = await Promise.all(
      record.assets
        .filter(({ key }) => key === external.filtered.key)
        .map(async (asset) => {
          const entry = await cache.read(addressOf(asset, asset.dataVersion ?? ''))
          return [asset.partition, valueOf(external.filtered, entry?.value).selection?.category]
        }),
    )
    expect(values.length).toBeGreaterThan(1)
    for (const [partition, category] of values) expect(category).toBe(partition)
  }, 60_000)

  test('of a category that is not there fail by name, and the internal clusters stay', async () => {
    const { record } = await select(makeSample(), { selection_category: 'Nowhere' })
    expect(record.errors.map(({ code }) => code)).toContain('unknown_category')
    const assigned = record.assets.filter(({ key }) => key === 'internal_assign_clusters')
    expect(assigned.every(({ status }) => status === 'success')).toBe(true)
  }, 60_000)
})

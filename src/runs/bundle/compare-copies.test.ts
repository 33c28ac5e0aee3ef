import { describe, expect, test } from 'vitest'
import { emptyConfiguration } from '../../config/configuration'
import { writeConfiguration } from '../../config/yaml'
import { openZip } from '../../files/zip-reader'
import { writeZip } from '../../files/zip-writer'
import { toBlob } from '../testing/bundle-engine'
import { compareCopies } from './compare-copies'

const stamp = { time: '2026-01-02T03:04:05.000Z', author: 'Ann', reason: 'so we call them' }
const place = { branch: 'internal', category: 'Wine' } as const
const rename = {
  kind: 'rename',
  id: 'o1',
  ...place,
  cluster: '1',
  name: 'Sweet',
  ...stamp,
} as const
const configuration = {
  ...emptyConfiguration,
  job_params: { max_clusters: 4 },
  overrides: [rename],
}
const settings = writeConfiguration(configuration)
const overrides = JSON.stringify([rename])

/** What differs from the run in a bundle that says this beside its `run.json`. */
async function differencesOf(texts: Readonly<Record<string, string>>) {
  const files = Object.entries(texts).map(([name, text]) => ({ name, pieces: () => [text] }))
  const zip = await openZip(await toBlob(writeZip(files)))
  return compareCopies(zip, { configuration })
}

describe('compareCopies(zip, run)', () => {
  test('finds nothing in what says the same, however it is written', async () => {
    const same = { 'configuration.yaml': settings, 'overrides.json': overrides }
    expect(await differencesOf(same)).toEqual([])
    expect(
      await differencesOf({ ...same, 'configuration.yaml': `# Agreed.\n${settings}` }),
    ).toEqual([])
  })

  test.each([
    ['configuration.yaml', settings.replace('max_clusters: 4', 'max_clusters: 5')],
    ['configuration.yaml', settings.replace('Sweet', 'Dry')],
    ['configuration.yaml', 'job_params: ['],
    ['overrides.json', overrides.replace('Sweet', 'Dry')],
    ['overrides.json', '[]'],
  ])('tells that %s says something else', async (name, text) => {
    const texts = { 'configuration.yaml': settings, 'overrides.json': overrides, [name]: text }
    expect(await differencesOf(texts)).toEqual([
      { where: name, what: 'content', inBundle: 'changed', here: 'as in run.json' },
    ])
  })

  test('tells that one is missing', async () => {
    expect(await differencesOf({ 'configuration.yaml': settings })).toEqual([
      { where: 'overrides.json', what: 'file', inBundle: 'missing', here: 'made' },
    ])
  })
})

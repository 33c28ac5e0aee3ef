import { beforeAll, describe, expect, test } from 'vitest'
import { AssetError } from '../../assets/failure'
import { emptyConfiguration } from '../../config/configuration'
import { FileError } from '../../files/failure'
import { openZip, readZippedText } from '../../files/zip-reader'
import { writeZip } from '../../files/zip-writer'
import type { LogEntry, RunRecord, Source } from '../contract'
import { noMark } from '../run-mark'
import type { BundleRequest, OpenedBundle } from './bundle'
import { compareBundle } from './compare-bundle'
import { lendBaseline } from './lend-baseline'
import { readBundle } from './read-bundle'
import { createEngine, tinyChain, toBlob } from '../testing/bundle-engine'

const log: readonly LogEntry[] = [
  { at: 0, level: 'info', key: null, partition: null, message: 'Plan: 42 assets' },
  { at: 12.5, level: 'warn', key: 'internal_x', partition: 'A\tB', message: 'one\ntwo \\n' },
]
const mark = { name: '<b>Spring</b>', note: 'for the meeting', standing: 'candidate' } as const
const overrides = [
  {
    id: 'o1',
    kind: 'rename',
    branch: 'internal',
    category: 'Wine',
    cluster: '1',
    name: 'Sweet',
    time: '2026-01-02T03:04:05.000Z',
    author: 'Ann',
    reason: 'so we call them',
  },
] as const
const configuration = {
  ...emptyConfiguration,
  job_params: { max_clusters: 4, n_estimators: 20 },
  overrides,
}

let sources: readonly Source[]
let record: RunRecord
let origin: ReturnType<typeof createEngine>
let whole: Blob

beforeAll(async () => {
  sources = await tinyChain()
  origin = createEngine()
  record = await origin.run({ sources, configuration, environment: 'prod' })
  if (record.errors.length > 0) throw new Error(JSON.stringify(record.errors))
  whole = await origin.bundle(requestOf({ sources }))
}, 60_000)

function requestOf(change: Partial<BundleRequest> = {}): BundleRequest {
  return { run: record, mark, log, baseline: null, sources: [], ...change }
}

/** The run made anew in another browser, from nothing but the bundle, and compared with it. */
async function again(blob: Blob, engine = createEngine(), used = sources) {
  const opened = await readBundle(blob, toBlob)
  const lent = opened.baseline ? await lendBaseline(blob, opened.baseline, engine.cache) : []
  const made = await engine.run({
    runId: 'again',
    sources: used,
    configuration: opened.run.configuration,
    baseline: opened.baseline,
    isTrial: true,
  })
  return { made, lent, ...(await compareBundle(blob, made, engine.readAt)) }
}

/** The bundle with the text of one of its files changed. */
async function withText(blob: Blob, name: string, change: (text: string) => string) {
  const zip = await openZip(blob)
  const files = []
  for (const member of zip.members.values()) {
    const text = await readZippedText(zip, member, 1e9)
    const piece = member.name === name ? change(text) : text
    files.push({ name: member.name, pieces: () => [piece] })
  }
  return toBlob(writeZip(files))
}

async function textOf(blob: Blob, name: string): Promise<string> {
  const zip = await openZip(blob)
  const member = zip.members.get(name)
  if (member === undefined) throw new Error(`no ${name} in ${[...zip.members.keys()].join(' ')}`)
  return readZippedText(zip, member, 1e9)
}

async function failureOf(attempt: Promise<unknown>) {
  const error: unknown = await attempt.catch((reason: unknown) => reason)
  if (error instanceof AssetError || error instanceof FileError) return error.failure
  throw new Error(`not refused: ${String(error)}`)
}

describe('makeBundle(request) and readBundle(blob)', () => {
  let opened: OpenedBundle
  beforeAll(async () => {
    opened = await readBundle(whole, toBlob)
  })

  test('give back the run, its settings with overrides, its mark and its log', () => {
    const { errors: _errors, baseline: _baseline, assets, ...rest } = record
    expect(opened.run).toMatchObject(rest)
    expect(opened.run.configuration).toEqual(configuration)
    expect(opened.run.assets).toHaveLength(assets.length)
    expect(opened.mark).toEqual(mark)
    expect(opened.log).toEqual(log)
  })

  test('give back the bytes of every file, or none of them', async () => {
    const texts = async (blobs: readonly (Blob | null)[]) =>
      Promise.all(blobs.map(async (blob) => (await blob?.text()) ?? 'no bytes'))
    const original = sources.map(({ file }) => (file.kind === 'blob' ? file.blob : null))
    expect(await texts(opened.files.map(({ blob }) => blob))).toEqual(await texts(original))
    const without = await readBundle(await origin.bundle(requestOf()), toBlob)
    expect(without.files.map(({ blob }) => blob)).toEqual([null, null, null])
    expect(without.files.map(({ name }) => name)).toEqual(['sales.csv', 'map.csv', 'market.csv'])
  })

  test('hold models, tables, settings and overrides as files that any tool reads', async () => {
    const names = [...(await openZip(whole)).members.keys()]
    expect(names).toEqual([
      'assignments/cluster_counts.csv',
      'assignments/cluster_profiles.csv',
      'assignments/exceptions.csv',
      'assignments/external_cluster_assignments.csv',
      'assignments/internal_cluster_assignments.csv',
      'assignments/merged_cluster_assignments.csv',
      'assignments/moves.csv',
      'configuration.yaml',
      'data/map.csv',
      'data/market.csv',
      'data/sales.csv',
      'log.txt',
      'mark.json',
      'models/external_train_clustering_models/all.json',
      'models/internal_train_clustering_models/Beer%20%26%20Co.json',
      'models/internal_train_clustering_models/Wine.json',
      'overrides.json',
      'run.json',
    ])
    expect(await textOf(whole, 'configuration.yaml')).toContain('max_clusters: 4')
    expect(JSON.parse(await textOf(whole, 'overrides.json'))).toEqual(overrides)
  })

  test('the same run gives the same bytes', async () => {
    const twice = await origin.bundle(requestOf({ sources }))
    expect(new Uint8Array(await twice.arrayBuffer())).toEqual(
      new Uint8Array(await whole.arrayBuffer()),
    )
  })

  test('a value that is no longer stored is said, and no bundle is made', async () => {
    const empty = createEngine()
    expect((await failureOf(empty.bundle(requestOf()))).code).toBe('value_lost')
  })
})

describe('the run of a bundle, made anew elsewhere', () => {
  test('is identical', async () => {
    const { differences, nAssets, nStores, made } = await again(whole)
    expect(differences).toEqual([])
    expect(nAssets).toBe(record.assets.length)
    expect(nStores).toBe(62)
    expect(made.resultHash).toBe(record.resultHash)
  })

  test('differs where one label of the bundle was changed', async () => {
    const name = 'assignments/merged_cluster_assignments.csv'
    const changed = await withText(whole, name, (text) => text.replace(/(\r\n[^,]+,Wine,)1/, '$19'))
    const { differences } = await again(changed)
    expect(differences).toEqual([
      {
        where: 'merged_cluster_assignments.csv',
        what: expect.stringMatching(/^internal_cluster of 1 store, first \d+, Wine$/),
        inBundle: '9',
        here: '1',
      },
    ])
  })

  test('differs where a number is off by more than 1e-9, and not where by less', async () => {
    const name = 'assignments/cluster_counts.csv'
    const scaled = (factor: number) =>
      withText(whole, name, (text) =>
        text.replace(/(internal,Wine,2,)([\d.]+)/, (_, before: string, value: string) =>
          [before, Number(value) * factor].join(''),
        ),
      )
    expect((await again(await scaled(1 + 1e-11))).differences).toEqual([])
    const { differences } = await again(await scaled(1 + 1e-6))
    expect(differences).toHaveLength(1)
    expect(differences[0]?.what).toMatch(/^inertia of 1 row/)
  })

  test('differs where a model was changed', async () => {
    const name = 'models/internal_train_clustering_models/Wine.json'
    const changed = await withText(whole, name, (text) =>
      text.replace(/"labels":\{"\$int32":\[\d+/, (found) => `${found}7`),
    )
    expect((await again(changed)).differences).toMatchObject([
      { where: 'internal_train_clustering_models[Wine]', what: 'model, first at labels[0]' },
    ])
  })

  test('differs where a file has other bytes, and says what follows from it', async () => {
    const changed = await tinyChain((file) =>
      file.name === 'market.csv' ? { ...file, text: file.text.replace('900', '901') } : file,
    )
    const other = changed.map((source) =>
      source.name === 'market.csv'
        ? source
        : (sources.find(({ id }) => id === source.id) ?? source),
    )
    const { differences } = await again(whole, createEngine(), other)
    const told = differences.map(({ where, what }) => `${where}: ${what}`)
    expect(told).toContain('market.csv: bytes of the file')
    expect(told).toContain('external_features_data: files it reads')
    expect(told.some((line) => /^\d+ assets downstream: made from/.test(line))).toBe(true)
    expect(told.join(' ')).not.toContain('internal_model')
  })

  test('differs where a file is missing', async () => {
    const some = sources.filter(({ role }) => role !== 'external')
    const { differences } = await again(whole, createEngine(), some)
    expect(differences[0]).toMatchObject({ where: 'market.csv', what: 'file', here: 'missing' })
    expect(differences.map(({ what }) => what)).toContain('result hash')
  })

  test('differs where a code version is another one', async () => {
    const changed = await withText(whole, 'run.json', (text) =>
      text.replace(
        /("key": "internal_assign_clusters",\s+"partition": "Wine",\s+"code_version": ")[^"]+/,
        '$1old',
      ),
    )
    expect((await again(changed)).differences).toMatchObject([
      { where: 'internal_assign_clusters[Wine]', what: 'code version', inBundle: 'old' },
    ])
  })

  test('with a baseline is identical, and the values that were lent are known', async () => {
    const baseline = {
      runId: record.id,
      seq: record.seq,
      assets: record.assets.flatMap(({ key, partition, dataVersion }) =>
        dataVersion === null ? [] : [{ key, partition, dataVersion }],
      ),
    }
    const changed = { ...configuration, job_params: { max_clusters: 5, n_estimators: 20 } }
    const carried = await origin.run({ runId: 'next', sources, configuration: changed, baseline })
    const blob = await origin.bundle(requestOf({ run: carried, baseline }))
    const opened = await readBundle(blob, toBlob)
    expect(opened.baseline?.runId).toBe(record.id)
    const { differences, lent } = await again(blob)
    expect(differences).toEqual([])
    expect(lent.length).toBeGreaterThan(0)
    expect(lent).toHaveLength(opened.baseline?.assets.length ?? -1)
    const there = await again(blob, origin)
    expect(there.lent).toEqual([])
  })
})

describe('a bundle that is not as it should be', () => {
  test('is a zip of something else', async () => {
    const other = await toBlob(writeZip([{ name: 'sales.csv', pieces: () => ['a,b'] }]))
    expect((await failureOf(readBundle(other, toBlob))).code).toBe('not_a_bundle')
  })

  test('is of a newer version', async () => {
    const newer = await withText(whole, 'run.json', (text) => text.replace(/1/, '2'))
    expect((await failureOf(readBundle(newer, toBlob))).code).toBe('bundle_newer')
  })

  test.each([
    ['run.json', '"selection": "full_pipeline_job"', '"selection": 7', 'run.json.selection'],
    ['run.json', '"id": "run-1"', '"id": "../x"', 'run.json.id'],
    ['run.json', '"role": "sales"', '"role": "admin"', 'run.json.inputs[0].role'],
    ['run.json', '{', '', 'run.json'],
    ['mark.json', '"candidate"', '"king"', 'mark.json.standing'],
    ['log.txt', 'info', 'shout', 'log.txt line 2'],
  ])('has a %s with %s changed', async (name, from, to, path) => {
    const changed = await withText(whole, name, (text) => text.replace(from, to))
    const failure = await failureOf(readBundle(changed, toBlob))
    expect(failure).toMatchObject({ code: 'bundle_damaged', path })
  })

  test('has settings of another version', async () => {
    const changed = await withText(whole, 'run.json', (text) =>
      text.replace('"max_clusters": 4', '"max_culsters": 4'),
    )
    expect(await failureOf(readBundle(changed, toBlob))).toMatchObject({
      code: 'bundle_configuration',
      hint: expect.stringContaining('max_clusters'),
    })
  })

  test('has a decision that the settings could not have', async () => {
    const changed = await withText(whole, 'run.json', (text) =>
      text.replace('"kind": "rename"', '"kind": "drop"'),
    )
    expect(await failureOf(readBundle(changed, toBlob))).toMatchObject({
      code: 'bundle_configuration',
      path: 'run.json.configuration.overrides[0].kind',
    })
  })

  test('lends no baseline value that is not of its asset', async () => {
    const baseline = {
      runId: 'b',
      seq: 1,
      assets: [
        { key: 'internal_train_clustering_models', partition: 'Wine', dataVersion: 'abc' },
        { key: 'internal_assign_clusters', partition: 'Wine', dataVersion: 'abc' },
      ],
    }
    const name = 'baseline/internal_train_clustering_models/Wine.json'
    const planted = (text: string) =>
      toBlob(writeZip([{ name, pieces: () => [text] }])).then((blob) =>
        lendBaseline(blob, baseline, createEngine().cache),
      )
    expect((await failureOf(planted('{"clusterCenters":"<script>"}'))).path).toBe(name)
    expect((await failureOf(planted('{"$int32":'))).path).toBe(name)
  })

  test('has no mark, log or overrides: it is a run all the same', async () => {
    const run = await textOf(whole, 'run.json')
    const bare = await toBlob(writeZip([{ name: 'run.json', pieces: () => [run] }]))
    expect(await readBundle(bare, toBlob)).toMatchObject({ mark: noMark, log: [], baseline: null })
  })
})

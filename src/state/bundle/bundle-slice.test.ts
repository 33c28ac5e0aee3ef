import { beforeAll, describe, expect, test } from 'vitest'
import { openZip, readZippedText } from '../../files/zip-reader'
import { writeZip } from '../../files/zip-writer'
import type { LogEntry, RunRecord } from '../../runs/contract'
import { tinyChain, toBlob } from '../../runs/testing/bundle-engine'
import { createAppState } from '../app-state'
import { makeRunBundle } from './run-bundle'
import { readySources } from '../selectors'
import { realServices } from '../testing/real-services'

const overlay = { max_clusters: 4, n_estimators: 20 }

/** A visit with the files of the tiny chain on the desk. */
async function visit() {
  const { services, cache } = realServices()
  const app = createAppState(services)
  const state = () => app.getState()
  return { app, services, cache, state }
}

async function filesOfChain() {
  return (await tinyChain()).map(({ name, file }) => {
    if (file.kind !== 'blob') throw new Error(`${name} is no blob`)
    return { name, blob: file.blob }
  })
}

let withData: Blob
let withoutData: Blob
let record: RunRecord
let log: readonly LogEntry[]

beforeAll(async () => {
  const { services, state } = await visit()
  await state().addFiles(await filesOfChain())
  state().setParams('job_params', overlay)
  const isDone = await state().startRun('full_pipeline_job')
  const [run] = state().runs
  if (!isDone || run === undefined) throw new Error(JSON.stringify(state().runFailure))
  record = run
  log = await services.storage.readLog(run.id)
  if (log.length === 0) throw new Error('the run has no log')
  await state().markRun(run.id, { name: 'Spring', note: '<i>ours</i>', standing: 'baseline' })
  const make = async (sources: ReturnType<typeof readySources>) => {
    const made = await makeRunBundle(run, sources, services)
    if (!made.ok) throw new Error(made.failure.message)
    return made.blob
  }
  withData = await make(readySources(state()))
  withoutData = await make([])
}, 60_000)

const named = (blob: Blob, name = 'run-1.bundle.zip') => ({ name, blob })

async function changedLabel(blob: Blob) {
  const zip = await openZip(blob)
  const files = []
  for (const member of zip.members.values()) {
    const text = await readZippedText(zip, member, 1e9)
    const isIt = member.name === 'assignments/internal_cluster_assignments.csv'
    const piece = isIt ? text.replace(/(\r\n[^,]+,Wine,)\d+/, '$19') : text
    files.push({ name: member.name, pieces: () => [piece] })
  }
  return toBlob(writeZip(files))
}

describe('a bundle with its data, opened where nothing is', () => {
  test('is identical: its run is kept under its own id, with name, note and log', async () => {
    const { services, state } = await visit()
    await state().openBundle(named(withData))
    expect(state().opening?.progress).toEqual({
      step: 'identical',
      nAssets: record.assets.length,
      nStores: 62,
      resultHash: record.resultHash,
      kept: { id: record.id, seq: 1, wasHere: false },
    })
    expect(state().runs).toHaveLength(1)
    expect(state().runs[0]).toMatchObject({
      id: record.id,
      startedAt: record.startedAt,
      resultHash: record.resultHash,
    })
    expect(state().marks.get(record.id)).toEqual({
      name: 'Spring',
      note: '<i>ours</i>',
      standing: 'baseline',
    })
    expect(await services.storage.readLog(record.id)).toEqual(log)
    expect(state().configuration.job_params).toEqual(overlay)
    expect(readySources(state()).map(({ name }) => name)).toEqual(
      record.inputs.map(({ name }) => name),
    )
    expect(state().live).toBeNull()
  })

  test('opened twice makes no second run, and nothing is computed again', async () => {
    const { state } = await visit()
    await state().openBundle(named(withData))
    await state().openBundle(named(withData))
    expect(state().opening?.progress).toMatchObject({
      step: 'identical',
      kept: { seq: 1, wasHere: true },
    })
    expect(state().runs).toHaveLength(1)
  })

  test('takes the place of the desk, and Undo brings it back; the run stays', async () => {
    const { state } = await visit()
    await state().addFiles([{ name: 'mine.csv', blob: new Blob(['store_id,a\n1,2\n2,3\n']) }])
    state().setParam('job_params', 'max_clusters', 7)
    const { entries, configuration } = state()
    await state().openBundle(named(withData))
    expect(state().entries).toHaveLength(3)
    state().undoBundle()
    expect(state().entries).toEqual(entries)
    expect(state().configuration).toEqual(configuration)
    expect(state().opening).toBeNull()
    expect(state().runs).toHaveLength(1)
  })

  test('is no second baseline where one was chosen', async () => {
    const { services, state } = await visit()
    await services.storage.changeMark('another', { standing: 'baseline' })
    await state().openBundle(named(withData))
    expect(state().marks.get(record.id)?.standing).toBe('candidate')
    expect(state().marks.get('another')?.standing).toBe('baseline')
  })

  test('dropped among the files is opened as a bundle', async () => {
    const { state } = await visit()
    await state().addFiles([named(withData, 'Run.ZIP')])
    await expect.poll(() => state().opening?.progress.step).toBe('identical')
  })
})

describe('a bundle without its data', () => {
  test('names the files that it needs and goes on when they are added', async () => {
    const { state } = await visit()
    await state().openBundle(named(withoutData))
    expect(state().opening?.progress).toMatchObject({
      step: 'waiting',
      needed: record.inputs.map(({ name, size, digest }) => ({ name, size, digest })),
    })
    const [sales, ...others] = await filesOfChain()
    await state().addFiles(others)
    expect(state().opening?.progress).toMatchObject({
      step: 'waiting',
      needed: [{ name: 'sales.csv' }],
    })
    await state().addFiles([{ name: 'renamed.csv', blob: sales?.blob ?? new Blob() }])
    expect(state().opening?.progress.step).toBe('identical')
    expect(readySources(state()).map(({ name }) => name)).toEqual(
      record.inputs.map(({ name }) => name),
    )
  })

  test('takes files of the same bytes that are on the desk already', async () => {
    const { state } = await visit()
    await state().addFiles(await filesOfChain())
    await state().openBundle(named(withoutData))
    expect(state().opening?.progress.step).toBe('identical')
  })

  test('can go on without a file, and says that it is missing', async () => {
    const { state } = await visit()
    await state().openBundle(named(withoutData))
    const [sales, map] = await filesOfChain()
    await state().addFiles([sales, map].flatMap((file) => file ?? []))
    await state().goOnWithoutFiles()
    const progress = state().opening?.progress
    expect(progress).toMatchObject({
      step: 'different',
      differences: expect.arrayContaining([
        expect.objectContaining({ where: 'market.csv', what: 'file', here: 'missing' }),
      ]),
    })
  })
})

describe('a bundle whose run comes out otherwise', () => {
  test('lists what differs and keeps the re-run as a run of its own, once', async () => {
    const changed = await changedLabel(withData)
    const { state } = await visit()
    await state().openBundle(named(changed))
    const progress = state().opening?.progress
    expect(progress).toMatchObject({
      step: 'different',
      differences: [{ what: expect.stringContaining('cluster of 1 store'), inBundle: '9' }],
      kept: { seq: 1, wasHere: false },
      failure: null,
    })
    expect(state().runs[0]?.id).not.toBe(record.id)
    await state().openBundle(named(changed))
    expect(state().runs).toHaveLength(1)
    expect(state().opening?.progress).toMatchObject({ kept: { seq: 1, wasHere: true } })
  })
})

describe('what is no bundle', () => {
  test('is refused in words, and the desk stays as it was', async () => {
    const { state } = await visit()
    await state().addFiles(await filesOfChain())
    const { entries } = state()
    await state().openBundle(named(new Blob(['store,sales\n'])))
    expect(state().opening).toMatchObject({
      hasReplaced: false,
      progress: { step: 'failed', failure: { code: 'not_a_zip' } },
    })
    expect(state().entries).toBe(entries)
    state().closeBundle()
    expect(state().opening).toBeNull()
  })
})

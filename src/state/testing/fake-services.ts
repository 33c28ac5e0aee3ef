import { emptyConfiguration } from '../../config/configuration'
import type {
  AssetRecord,
  InspectResult,
  LogEntry,
  RunEvent,
  RunRecord,
  RunRequest,
  Source,
} from '../../runs/contract'
import { columnOf, profileOf } from '../../files/testing/profile-of'
import { addressOf } from '../../runs/address'
import type { FoundRun, PendingRun } from '../../runs/pending-run'
import { planAll } from '../../runs/plan-run'
import { madeFromOf } from '../../runs/version'
import { type Marks, withMark } from '../../runs/with-mark'
import type { Client, Services, Storage, Tabs, Workspace } from '../services'

export type FakeServices = Services & {
  readonly kept: {
    runs: RunRecord[]
    versions: string[]
    workspace: Workspace | null
    nWrites: number
    marks: Marks
    logs: Map<string, readonly LogEntry[]>
    /** Entries as the storage gives them back: `lostSources` may be filled by a test. */
    pending: FoundRun[]
  }
}

/** Services in memory, for tests of the slices. A hash of short texts is enough to tell versions. */
export function fakeServices(given: Partial<Client> = {}): FakeServices {
  const kept: FakeServices['kept'] = {
    runs: [],
    versions: [],
    workspace: null,
    nWrites: 0,
    marks: new Map(),
    logs: new Map(),
    pending: [],
  }
  let nIds = 0
  const removePending = async (runId: string) => {
    kept.pending = kept.pending.filter(({ request }) => request.runId !== runId)
  }
  const storage: Storage = {
    kind: 'kept',
    readValue: async (address) => (kept.versions.includes(address) ? { address } : null),
    listVersions: async () => kept.versions,
    listRuns: async () => kept.runs,
    deleteRun: async (id) => {
      kept.runs = kept.runs.filter((run) => run.id !== id)
    },
    restoreRun: async (record) => {
      kept.runs = [record, ...kept.runs]
    },
    appendImported: async (record) => {
      const seq = (kept.runs[0]?.seq ?? 0) + 1
      const found = kept.runs.find(({ id }) => id === record.id) ?? { ...record, seq }
      kept.runs = [found, ...kept.runs.filter(({ id }) => id !== record.id)]
      return found
    },
    endRuns: async (ids) => {
      kept.runs = kept.runs.filter(({ id }) => !ids.includes(id))
    },
    readLog: async (runId) => kept.logs.get(runId) ?? [],
    writeLog: async (runId, entries) => {
      kept.logs.set(runId, entries)
    },
    readMarks: async () => kept.marks,
    changeMark: async (id, change) => {
      kept.marks = withMark(kept.marks, id, change)
      return kept.marks
    },
    listPending: async () => kept.pending,
    writePending: async (run: PendingRun) => {
      await removePending(run.request.runId)
      kept.pending = [...kept.pending, { lostSources: [], ...run }]
    },
    removePending,
    readWorkspace: async () => kept.workspace,
    writeWorkspace: async (workspace) => {
      kept.workspace = workspace
      kept.nWrites += 1
      return []
    },
    usedBytes: async () => 0,
    persistence: async (ask) => ask,
  }
  const client: Client = {
    inspect: async (file) => inspected(file.name),
    materialize: (request, emit) => runAll(request, emit, kept),
    stopReading: () => undefined,
    cancel: () => undefined,
    ...given,
  }
  return {
    client,
    storage,
    bundles: noBundles,
    pictures: noPictures,
    tabs: loneTab,
    folders: noFolders,
    ticks: () => () => undefined,
    kept,
    hash: digest,
    now: () => 1000,
    newId: () => `id-${++nIds}`,
    makeSample: async () => [{ name: 'metrics.csv', blob: new Blob(['sample']) }],
  }
}

/** Tests of bundles give their own. */
const noBundles: Services['bundles'] = {
  makeBundle: async () => noBundle,
  openBundle: async () => noBundle,
  lendBaseline: async () => noBundle,
  takeBack: async () => undefined,
  compareBundle: async () => noBundle,
  writeTable: async () => noBundle,
}
const noBundle = {
  ok: false,
  failure: { code: 'not_a_bundle', message: 'No bundle.', path: '', hint: 'Give one.' },
} as const

/** Tests of pictures give their own. */
const noPictures: Services['pictures'] = { draw: async () => noBundle, stop: () => undefined }

/** A browser that reads no folders; tests of watching give their own. */
const noFolders: Services['folders'] = {
  support: 'no',
  choose: async () => null,
  mayRead: async () => false,
  look: async () => ({ ok: false, why: 'gone' }),
  read: async () => null,
  observe: () => () => undefined,
}

/** A tab without others. */
const loneTab: Tabs = {
  lockOf: (runId) => `lock ${runId}`,
  alone: (_runId, work) => work(),
  held: async () => new Set(),
  over: async () => undefined,
  tell: () => undefined,
  listen: () => () => undefined,
}

/** Two 32-bit mixes of a text: never equal by accident in a test. */
export function digest(text: string): string {
  let [a, b] = [7, 11]
  for (let i = 0; i < text.length; i++) {
    a = (Math.imul(a, 31) + text.charCodeAt(i)) >>> 0
    b = (Math.imul(b ^ text.charCodeAt(i), 16777619) + i) >>> 0
  }
  return `${a.toString(16).padStart(8, '0')}${b.toString(16).padStart(8, '0')}`
}

function inspected(name: string): InspectResult {
  if (name.startsWith('broken'))
    return {
      ok: false,
      failure: {
        code: 'no_rows',
        message: `${name} has no data rows.`,
        path: name,
        hint: 'Add rows.',
      },
    }
  return { ok: true, profile: profileOfFile(name) }
}

function profileOfFile(name: string): Source['profile'] {
  const isMarket = name.startsWith('market')
  const columns = isMarket
    ? [columnOf({ name: 'store_id', levels: ['1', '2'] }), numberColumn('population')]
    : [
        columnOf({ name: 'store_id', levels: ['1', '2'] }),
        columnOf({ name: 'category', levels: ['A', 'B'] }),
        numberColumn('sold_apples'),
      ]
  return profileOf(columns, { digest: digest(name) })
}

function numberColumn(name: string) {
  const range = { min: 0, median: 1, max: 2, isInteger: true, decimals: 0 }
  return columnOf({ name, type: 'number', nDistinct: 5, range })
}

/** A run in which everything succeeds at once. */
async function runAll(
  request: RunRequest,
  emit: (event: RunEvent) => void,
  kept: FakeServices['kept'],
): Promise<RunRecord> {
  const plan = planAll(request, { knownVersions: new Set(kept.versions), hash: digest })
  const all = plan.ok ? plan.all : []
  emit({ type: 'planned', total: all.length, toRun: all.length })
  const assets = all.map((planned): AssetRecord => {
    const { key, partition } = planned
    const asset = {
      ...madeRecord(key, partition, planned.dataVersion),
      codeVersion: planned.spec.codeVersion,
      madeFrom: madeFromOf(planned.ingredients, digest),
    }
    emit({ type: 'started', key, partition })
    emit({ type: 'materialized', key, partition, asset })
    return asset
  })
  const record = {
    ...emptyRun(request.runId),
    configuration: request.configuration,
    assets,
    seq: kept.runs.length + 1,
  }
  kept.runs = [record, ...kept.runs]
  kept.pending = kept.pending.filter((run) => run.request.runId !== record.id)
  kept.versions = [...kept.versions, ...assets.map((a) => addressOf(a, a.dataVersion ?? ''))]
  return record
}

export function madeRecord(
  key: string,
  partition: string | null,
  dataVersion: string,
): AssetRecord {
  return {
    key,
    partition,
    codeVersion: '1',
    dataVersion,
    status: 'success',
    cached: false,
    ms: 1,
    rows: 1,
    checks: [],
    failure: null,
  }
}

export function emptyRun(id: string): RunRecord {
  return {
    id,
    seq: 1,
    startedAt: '2026-01-01T00:00:00.000Z',
    ms: 1,
    status: 'success',
    selection: 'full_pipeline_job',
    configuration: emptyConfiguration,
    inputs: [],
    assets: [],
    errors: [],
    resultHash: null,
  }
}

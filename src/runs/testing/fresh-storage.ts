import * as fake from 'fake-indexeddb'
import { vi } from 'vitest'
import { emptyConfiguration } from '../../config/configuration'
import type { RunRequest } from '../contract'
import type { PendingRun } from '../pending-run'
import type { RunDraft } from '../run-store'
import { madeRecord } from './placed-run'
import { toyRequest } from './toy-run'

/** A browser's storage with nothing in it, for the tests of one file. */
export function freshStorage(): void {
  for (const [name, part] of Object.entries(fake)) vi.stubGlobal(name, part)
  vi.stubGlobal('indexedDB', new fake.IDBFactory())
}

/** A run that made `toy[A]` in these versions. */
export function draft(id: string, versions: readonly string[] = []): RunDraft {
  return {
    id,
    startedAt: '2026-01-01T00:00:00.000Z',
    ms: 1,
    status: 'success',
    selection: 'full_pipeline_job',
    configuration: emptyConfiguration,
    inputs: [],
    assets: versions.map((dataVersion) => madeRecord('toy', 'A', { dataVersion })),
    errors: [],
    resultHash: null,
  }
}

/** A run that has started, of the toy files. */
export function pendingRun(
  runId: string,
  change: Partial<PendingRun> = {},
  request: Partial<RunRequest> = {},
): PendingRun {
  return {
    request: toyRequest({ runId, ...request }),
    startedAt: 1000,
    nResumes: 0,
    lock: `lock ${runId}`,
    addresses: [],
    ...change,
  }
}

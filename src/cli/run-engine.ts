import { randomUUID } from 'node:crypto'
import type { RunEvent, RunRecord, RunRequest } from '../runs/contract'
import { materialize } from '../runs/materialize'
import type { MaterializePorts } from '../runs/materialize-ports'
import { executeHere } from './execute-here'
import { sha256, type Storage } from './node-ports'
import { createPool } from './pool'

export type EngineOptions = {
  readonly storage: Storage
  readonly workers: number
  readonly emit: (event: RunEvent) => void
  readonly isCanceled: () => boolean
}

/** Runs a request with the values and records of a folder, in this thread or in a pool. */
export async function runEngine(
  request: Omit<RunRequest, 'runId'>,
  { storage, workers, emit, isCanceled }: EngineOptions,
): Promise<RunRecord> {
  const pool =
    workers > 1 ? createPool(workerEntry(), { valuesFolder: storage.valuesFolder }, workers) : null
  const ports: MaterializePorts = {
    cache: storage.cache,
    runs: storage.runs,
    log: storage.log,
    execute: pool?.execute ?? executeHere(storage.cache),
    concurrency: workers,
    clock: Date.now,
    hash: sha256,
    isCanceled,
  }
  try {
    return await materialize({ ...request, runId: randomUUID() }, emit, ports)
  } finally {
    await pool?.close()
  }
}

/** Built beside the entry of the command line. */
function workerEntry(): URL {
  return new URL('./task.worker.js', import.meta.url)
}

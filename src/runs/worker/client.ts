import * as Comlink from 'comlink'
import type { AssetFailure } from '../../assets/failure'
import type { ReadOverrides } from '../../files/source-profile'
import { createDatabase } from '../cache/database'
import { createIdbRunStore } from '../cache/idb-run-store'
import type {
  FileHandle,
  InspectContract,
  InspectResult,
  MaterializeContract,
  RunEvent,
  RunRecord,
  RunRequest,
} from '../contract'
import { draftOf } from '../run-draft'
import { ThreadLost } from './connection'
import { createThread, type ThreadOptions } from './thread'
import { canceled, watchRun, type WatchPorts } from './watch-run'

type PipelineContract = InspectContract & MaterializeContract

/** `runs` keeps the record of a run that was cut off; the thread keeps all others itself. */
export type ClientPorts = ThreadOptions & WatchPorts

/**
 * The page's side of the computing threads: one for reading files and one for runs, so that Cancel
 * ends a run and nothing else. Failures are data; only a defect rejects.
 */
export function createClient(ports: ClientPorts = browserPorts()) {
  const reading = createThread<PipelineContract>(ports)
  const running = createThread<PipelineContract>(ports)
  let isBusy = false

  const inspect = async (
    file: FileHandle,
    overrides: ReadOverrides,
    report: (bytesDone: number, bytesTotal: number) => void,
  ): Promise<InspectResult> => {
    try {
      return await reading.call((api) => api.inspect(file, overrides, Comlink.proxy(report)))
    } catch (error) {
      return { ok: false, failure: failureOf(error, file.name) }
    }
  }
  const materialize = async (
    request: RunRequest,
    emit: (event: RunEvent) => void,
  ): Promise<RunRecord> => {
    if (isBusy) return refuse(request, ports.clock())
    isBusy = true
    const run = watchRun(request, emit, ports)
    try {
      return await running.call((api) => api.materialize(request, Comlink.proxy(run.emit)))
    } catch (error) {
      return await run.cutOff(failureOf(error, 'worker'))
    } finally {
      isBusy = false
    }
  }
  const cancel = () => {
    if (isBusy) running.end(canceled)
  }
  return { inspect, materialize, cancel }
}

function browserPorts(): ClientPorts {
  return {
    spawn: () => new Worker(new URL('./pipeline.worker.ts', import.meta.url), { type: 'module' }),
    runs: createIdbRunStore(createDatabase()),
    clock: () => Date.now(),
    idleAfter: 300_000,
  }
}

function refuse(request: RunRequest, now: number): RunRecord {
  const failure = {
    code: 'run_in_progress',
    message: 'A run is going on.',
    path: request.runId,
    hint: 'Wait for it to end, or cancel it.',
  }
  const outcome = { startedAt: now, ms: 0, status: 'failure', errors: [failure] } as const
  return { ...draftOf(request, outcome), seq: 0 }
}

/** comlink keeps only the message of an error: enough to say what happened. */
function failureOf(error: unknown, path: string): AssetFailure {
  if (error instanceof ThreadLost) return error.failure
  return {
    code: 'defect',
    message: error instanceof Error ? error.message : String(error),
    path,
    hint: 'Files and earlier runs are kept. Try again; if it comes back, report this message.',
  }
}

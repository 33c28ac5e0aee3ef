import * as Comlink from 'comlink'
import type { AssetFailure } from '../../assets/failure'
import type { ReadOverrides } from '../../files/source-profile'
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
import { threadFailure } from './connection'
import { type Keeper, shareKeeper } from './keeper'
import { createThread, type ThreadOptions } from './thread'
import { canceled, watchRun, type WatchPorts } from './watch-run'

/** What the computing thread offers. */
export type PipelineContract = InspectContract & {
  readonly materialize: (
    request: RunRequest,
    /** Told many at once: each message costs the page time. */
    tell: (events: readonly RunEvent[]) => void,
    keeper?: MessagePort,
  ) => Promise<RunRecord>
}

/** `runs` and `log` keep a run that was cut off; the thread keeps all others itself. */
export type ClientPorts = ThreadOptions &
  WatchPorts & {
    /** Where values and runs are kept, if not in IndexedDB. */
    readonly memory?: Keeper | null
  }

type BrowserPorts = Pick<ClientPorts, 'runs' | 'log' | 'memory'>

/**
 * The page's side of the computing threads: one for reading files and one for runs, so that Cancel
 * ends a run and nothing else. Failures are data; only a defect rejects.
 */
export function createClient(ports: ClientPorts) {
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
      return { ok: false, failure: threadFailure(error, file.name) }
    }
  }
  const materialize: MaterializeContract['materialize'] = async (request, emit) => {
    if (isBusy) return refuse(request, ports.clock())
    isBusy = true
    const run = watchRun(request, emit, ports)
    const shared = ports.memory ? shareKeeper(ports.memory) : null
    const tell = (events: readonly RunEvent[]) => events.forEach(run.emit)
    try {
      return await running.call((api) =>
        api.materialize(request, Comlink.proxy(tell), ...(shared === null ? [] : [shared.port])),
      )
    } catch (error) {
      return await run.cutOff(threadFailure(error, 'worker'))
    } finally {
      shared?.close()
      isBusy = false
    }
  }
  const cancel = () => {
    if (isBusy) running.end(canceled)
  }
  const stopReading = () => reading.end(readingStopped)
  return { inspect, stopReading, materialize, cancel }
}

/** A client with threads of its own, over what the page keeps. */
export function startClient({ runs, log, memory = null }: BrowserPorts) {
  return createClient({
    spawn: () => new Worker(new URL('./pipeline.worker.ts', import.meta.url), { type: 'module' }),
    runs,
    log,
    memory,
    clock: () => Date.now(),
    idleAfter: 300_000,
  })
}

/** The thread is ended, for a pass over a large file listens to nobody. */
const readingStopped: AssetFailure = {
  code: 'reading_stopped',
  message: 'The reading was stopped.',
  path: 'worker',
  hint: 'Read the file again, or remove it.',
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

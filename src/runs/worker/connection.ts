import * as Comlink from 'comlink'
import type { AssetFailure } from '../../assets/failure'

/** The part of a Worker that is used here, so that tests can give a MessageChannel instead. */
export type WorkerLike = Comlink.Endpoint & { readonly terminate: () => void }

/** Why a call will never be answered: the thread is gone. */
export class ThreadLost extends Error {
  readonly failure: AssetFailure
  constructor(failure: AssetFailure) {
    super(failure.message)
    this.name = 'ThreadLost'
    this.failure = failure
  }
}

/** Why a call was not answered; comlink keeps only the message of an error that was thrown there. */
export function threadFailure(error: unknown, path: string): AssetFailure {
  if (error instanceof ThreadLost) return error.failure
  return {
    code: 'defect',
    message: error instanceof Error ? error.message : String(error),
    path,
    hint: 'Files and earlier runs are kept. Try again; if it comes back, report this message.',
  }
}

/**
 * A worker with a promise layer of our own: comlink never settles the calls of a worker that was
 * terminated or whose script could not be loaded, so every call is registered and rejected here.
 */
export type Connection<T> = {
  /** @throws {ThreadLost} when the thread ends before it answers */
  readonly call: <A extends PromiseLike<unknown>>(
    ask: (api: Comlink.Remote<T>) => A,
  ) => Promise<Awaited<A>>
  /** Ends the thread at once and every call with this failure. */
  readonly end: (failure: AssetFailure) => void
  readonly isEnded: () => boolean
}

export type ConnectionOptions = {
  readonly spawn: () => WorkerLike
  /** The thread ended by itself or by `end`. */
  readonly onEnd?: (failure: AssetFailure) => void
}

export function connect<T>({ spawn, onEnd }: ConnectionOptions): Connection<T> {
  const worker = spawn()
  const api = Comlink.wrap<T>(worker)
  const pending = new Set<(error: ThreadLost) => void>()
  let lost: ThreadLost | null = null

  const end = (failure: AssetFailure) => {
    if (lost !== null) return
    lost = new ThreadLost(failure)
    worker.terminate()
    for (const reject of pending) reject(lost)
    pending.clear()
    onEnd?.(failure)
  }
  const call: Connection<T>['call'] = (ask) => {
    if (lost !== null) return Promise.reject(lost)
    return new Promise((resolve, reject) => {
      pending.add(reject)
      Promise.resolve(ask(api))
        .then(resolve, reject)
        .finally(() => pending.delete(reject))
    })
  }
  worker.addEventListener('error', (event) => end(workerFailed(messageOf(event))))
  worker.addEventListener('messageerror', () => end(workerFailed('a message could not be read')))
  return { call, end, isEnded: () => lost !== null }
}

/** A script that could not be loaded fires an error event without a message. */
function workerFailed(detail: string): AssetFailure {
  return {
    code: 'worker_failed',
    message: `The computing thread stopped${detail === '' ? ': its script could not be loaded' : `: ${detail}`}.`,
    path: 'worker',
    hint: 'The network may be off, or a new version was published: go online and reload the page. Files and earlier runs are kept.',
  }
}

function messageOf(event: object): string {
  return 'message' in event && typeof event.message === 'string' ? event.message : ''
}

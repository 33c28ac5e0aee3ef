import type { AssetFailure } from '../../assets/failure'
import { connect, type Connection, type WorkerLike } from './connection'
import { isHeartbeat, type Pulse, watchPulse } from './heartbeat'

export type ThreadOptions = {
  readonly spawn: () => WorkerLike
  readonly clock: () => number
  /** An idle thread is ended after this many milliseconds. */
  readonly idleAfter: number
}

export type Thread<T> = Pick<Connection<T>, 'call' | 'end'>

/**
 * A thread that starts with its first call, is watched while it works, ends when it has been idle
 * for long, and is started anew by the next call after it was lost.
 */
export function createThread<T>({ spawn, clock, idleAfter }: ThreadOptions): Thread<T> {
  let live: { readonly connection: Connection<T>; readonly pulse: Pulse } | null = null
  let idleTimer: ReturnType<typeof setTimeout> | undefined
  let nCalls = 0

  const end = (failure: AssetFailure) => live?.connection.end(failure)
  const start = () => {
    const pulse = watchPulse({ now: clock, onSilent: (hasStarted) => end(silent(hasStarted)) })
    const connection = connect<T>({
      spawn: () => withBeats(spawn(), pulse.beat),
      onEnd: () => {
        pulse.stop()
        live = null
      },
    })
    return { connection, pulse }
  }
  const call: Thread<T>['call'] = (ask) => {
    clearTimeout(idleTimer)
    live ??= start()
    nCalls += 1
    return live.connection.call(ask).finally(() => {
      nCalls -= 1
      if (nCalls === 0 && live !== null) idleTimer = setTimeout(() => end(idle), idleAfter)
    })
  }
  return { call, end }
}

function withBeats(worker: WorkerLike, beat: () => void): WorkerLike {
  worker.addEventListener('message', (event) => {
    if ('data' in event && isHeartbeat(event.data)) beat()
  })
  return worker
}

const idle: AssetFailure = {
  code: 'thread_idle',
  message: 'The computing thread was ended because it had nothing to do.',
  path: 'worker',
  hint: 'It starts again by itself.',
}

function silent(hasStarted: boolean): AssetFailure {
  return {
    code: 'worker_silent',
    message: hasStarted
      ? 'The computing thread stopped answering and was ended.'
      : 'The computing thread did not start.',
    path: 'worker',
    hint: 'Run again: what was finished is kept. If it comes back, reload the page.',
  }
}

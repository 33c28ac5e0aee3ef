import type { AssetFailure } from '../../assets/failure'
import { assetId } from '../address'
import type { AssetRecord, LogEntry, RunEvent, RunRecord, RunRequest } from '../contract'
import { type KeepPorts, keepRun } from '../keep-run'
import { endedLine } from '../log-lines'
import { draftOf } from '../run-draft'
import type { RunDraft } from '../run-store'

export type WatchPorts = Required<KeepPorts> & {
  /** Milliseconds since 1970. */
  readonly clock: () => number
}

export type WatchedRun = {
  readonly emit: (event: RunEvent) => void
  /** The record of a run whose thread is gone, from what it told before. */
  readonly cutOff: (failure: AssetFailure) => Promise<RunRecord>
}

/** Why a run that a person ended has no answer of its own. */
export const canceled: AssetFailure = {
  code: 'canceled',
  message: 'The run was canceled.',
  path: '',
  hint: 'Run again: what was finished is kept.',
}

/**
 * Notes what a run tells while it goes on, so that a run whose thread ends still has a record and
 * a log. Events that arrive after the end are dropped.
 */
export function watchRun(
  request: RunRequest,
  emit: (event: RunEvent) => void,
  ports: WatchPorts,
): WatchedRun {
  const startedAt = ports.clock()
  const assets = new Map<string, AssetRecord>()
  const entries: LogEntry[] = []
  let isOver = false
  return {
    emit: (event) => {
      if (isOver) return
      if (event.type === 'materialized' || event.type === 'failed')
        assets.set(assetId(event), event.asset)
      if (event.type === 'logged') entries.push(event.entry)
      emit(event)
    },
    cutOff: async (failure) => {
      isOver = true
      const isCanceled = failure === canceled
      const draft = draftOf(request, {
        startedAt,
        ms: ports.clock() - startedAt,
        status: isCanceled ? 'canceled' : 'failure',
        assets: [...assets.values()],
        errors: isCanceled ? [] : [failure],
      })
      const isWorthless = !isCanceled && assets.size === 0
      if (isWorthless || request.isTrial === true) return { ...draft, seq: 0 }
      return keepRun(draft, [...entries, lastEntry(draft)], ports)
    },
  }
}

function lastEntry({ status, assets, ms, errors }: RunDraft): LogEntry {
  const { level, message } = endedLine(status, assets, ms)
  const why = errors.map((failure) => ` ${failure.message} ${failure.hint}`).join('')
  return { at: ms, level, key: null, partition: null, message: `${message}${why}` }
}

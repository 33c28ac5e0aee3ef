import { assetId } from '../address'
import type { AssetFailure } from '../../assets/failure'
import type { AssetRecord, RunEvent, RunRecord, RunRequest } from '../contract'
import { draftOf } from '../run-draft'
import type { RunStore } from '../run-store'

export type WatchPorts = {
  readonly runs: Pick<RunStore, 'append'>
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
 * Notes what a run tells while it goes on, so that a run whose thread ends still has a record.
 * Events that arrive after the end are dropped.
 */
export function watchRun(
  request: RunRequest,
  emit: (event: RunEvent) => void,
  { runs, clock }: WatchPorts,
): WatchedRun {
  const startedAt = clock()
  const assets = new Map<string, AssetRecord>()
  let isOver = false
  return {
    emit: (event) => {
      if (isOver) return
      if (event.type === 'materialized' || event.type === 'failed')
        assets.set(assetId(event), event.asset)
      emit(event)
    },
    cutOff: async (failure) => {
      isOver = true
      const isCanceled = failure === canceled
      const draft = draftOf(request, {
        startedAt,
        ms: clock() - startedAt,
        status: isCanceled ? 'canceled' : 'failure',
        assets: [...assets.values()],
        errors: isCanceled ? [] : [failure],
      })
      if (!isCanceled && assets.size === 0) return { ...draft, seq: 0 }
      return runs.append(draft)
    },
  }
}

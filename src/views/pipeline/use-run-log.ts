import { useEffect, useState } from 'react'
import type { AssetFailure } from '../../assets/failure'
import type { LogEntry } from '../../runs/contract'
import { useApp, useServices } from '../../state/hooks'
import { failureOf } from '../../state/failure-of'

export type RunLogView =
  | { readonly status: 'loading' }
  | { readonly status: 'failure'; readonly failure: AssetFailure }
  | { readonly status: 'success'; readonly log: readonly LogEntry[]; readonly isLive: boolean }

const loading: RunLogView = { status: 'loading' }
const nothing: readonly LogEntry[] = []

/** The log of a run: of the one under way as it is told, else as it was kept. */
export function useRunLog(runId: string | null): RunLogView {
  const live = useApp((state) => (state.live?.id === runId ? state.live.log : null))
  const kept = useKeptLog(live === null ? runId : null)
  return live === null ? kept : { status: 'success', log: live, isLive: true }
}

function useKeptLog(runId: string | null): RunLogView {
  const { storage } = useServices()
  const [read, setRead] = useState<{ readonly runId: string; readonly view: RunLogView } | null>(
    null,
  )
  useEffect(() => {
    if (runId === null) return
    let isWanted = true
    const put = (view: RunLogView) => isWanted && setRead({ runId, view })
    storage.readLog(runId).then(
      (log) => put({ status: 'success', log, isLive: false }),
      (error: unknown) => put({ status: 'failure', failure: failureOf(error) }),
    )
    return () => {
      isWanted = false
    }
  }, [runId, storage])
  if (runId === null) return { status: 'success', log: nothing, isLive: false }
  return read?.runId === runId ? read.view : loading
}

import type { AssetFailure } from '../../assets/failure'
import type { RunEvent, RunRecord } from '../../runs/contract'
import type { PendingRun } from '../../runs/pending-run'
import type { Services } from '../services'

export type RunAlone = {
  readonly emit: (event: RunEvent) => void
  /** Asked once the run has started: it may have been canceled while it was being written. */
  readonly isCanceled: () => boolean
  /** Done before another tab may run: makes room for the next runs. */
  readonly tidy: () => Promise<void>
  /** It was found as interrupted: where it cannot start, it is found again. */
  readonly isResumed: boolean
}

/**
 * A run that no other tab runs beside, and that the next start finds if this page ends before it
 * does: it is written as pending before any work, and its record takes that away.
 * @returns null when another tab runs something
 */
export function runAlone(
  run: PendingRun,
  { client, storage, tabs }: Pick<Services, 'client' | 'storage' | 'tabs'>,
  { emit, isCanceled, tidy, isResumed }: RunAlone,
): Promise<RunRecord | null> {
  const { runId } = run.request
  return tabs.alone(runId, async () => {
    await storage.writePending(run)
    let record: RunRecord | null = null
    try {
      const running = client.materialize(run.request, emit)
      if (isCanceled()) client.cancel()
      record = await running
    } finally {
      const isKept = record !== null && record.seq > 0
      if (!isKept && !isResumed) await storage.removePending(runId)
    }
    if (record.seq > 0) await tidy()
    return record
  })
}

/** Why nothing was started: said with what to do. */
export function otherTabRuns(path: string): AssetFailure {
  return {
    code: 'run_elsewhere',
    message: 'Another tab of this page is running the pipeline.',
    path,
    hint: 'Wait for it to end, or cancel it in that tab. Its results will show here too.',
  }
}

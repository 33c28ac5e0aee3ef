import type { AssetFailure } from '../../assets/failure'
import type { OpenedBundle } from '../../runs/bundle/bundle'
import { selectionAgain } from '../../runs/bundle/selection-again'
import type { RunRecord } from '../../runs/contract'
import type { SliceApi } from '../app-state'
import { followRun } from '../runs/follow-run'
import { newRun } from '../runs/live-run'
import { otherTabRuns } from '../runs/run-alone'
import { readySources } from '../selectors'
import type { Services } from '../services'

/** A bundle with its bytes: what is large in it stays packed. */
export type Opened = { readonly blob: Blob; readonly bundle: OpenedBundle }

type Again =
  | { readonly ok: true; readonly record: RunRecord }
  | { readonly ok: false; readonly failure: AssetFailure }

/** The run of a bundle from the files and settings on the desk, as a trial: nothing is recorded. */
export async function makeAgain(
  { blob, bundle }: Opened,
  { bundles, client, tabs, newId, now }: Services,
  { set, get }: SliceApi,
): Promise<Again> {
  const runId = newId()
  const { run, baseline } = bundle
  const loan = baseline && (await bundles.lendBaseline(blob, baseline))
  if (loan?.ok === false) return loan
  set({ live: newRun(runId, run.selection, now()), runFailure: null })
  const events = followRun(runId, { set })
  const request = {
    runId,
    selection: selectionAgain(run),
    sources: readySources(get()),
    configuration: run.configuration,
    environment: run.environment ?? null,
    baseline,
    isTrial: true,
  }
  try {
    const record = await tabs.alone(runId, () => client.materialize(request, events.add))
    if (record === null) return { ok: false, failure: otherTabRuns(runId) }
    return record.status === 'canceled'
      ? { ok: false, failure: wasCanceled(run.selection) }
      : { ok: true, record }
  } finally {
    events.end()
    set({ live: null })
    if (loan) await bundles.takeBack(loan.lent)
  }
}

function wasCanceled(path: string): AssetFailure {
  return {
    code: 'canceled',
    message: 'The run was canceled before it could be compared with the bundle.',
    path,
    hint: 'Open the bundle again: what was finished is kept.',
  }
}

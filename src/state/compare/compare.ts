import { AssetError } from '../../assets/failure'
import { baselineOf } from '../../runs/baseline-of'
import { compareRuns, type RunComparison } from '../../runs/compare/compare-runs'
import { explainMoves, type Explanation } from '../../runs/compare/explain-moves'
import { type ExplanationPlan, planExplanation } from '../../runs/compare/explanation-plan'
import { completeFrom } from '../../runs/complete-from'
import type { RunRecord } from '../../runs/contract'
import { readerOf } from '../../runs/values-made'
import type { AppState } from '../app-state'
import { otherTabRuns } from '../runs/run-alone'
import { readySources } from '../selectors'
import type { Services } from '../services'

// Views know runs as types only; what they call of a comparison is given here. It reaches numeric
// code, so nothing that the page starts with may import this file.
export { reasonsFor } from '../../runs/compare/explain-moves'
export { movesCsv } from '../../runs/compare/moves-csv'

/** What differs between two runs that are kept, each with what other runs made of the same. */
export async function loadComparison(
  a: RunRecord,
  b: RunRecord,
  { storage }: Pick<Services, 'storage'>,
): Promise<RunComparison> {
  const runs = await storage.listRuns()
  const read = readerOf(storage.readValue)
  return compareRuns({ run: completeFrom(a, runs), read }, { run: completeFrom(b, runs), read })
}

/**
 * What it takes to say why stores moved: how many trial runs, and what cannot be tested. With a
 * category about that one and the clusters of the whole chain.
 */
export function planWhy(
  comparison: RunComparison,
  state: Pick<AppState, 'runs' | 'entries'>,
  category: string | null,
): ExplanationPlan {
  const ofRun = ({ baseline }: RunRecord) => {
    const run = state.runs.find(({ id }) => id === baseline?.runId)
    return run === undefined ? null : baselineOf(completeFrom(run, state.runs))
  }
  return planExplanation(comparison, { sources: readySources(state), baselineOf: ofRun }, category)
}

/**
 * Makes the trial runs and says why stores moved. `services.client.cancel()` ends it.
 * @returns null when it was canceled
 * @throws {AssetError} while another tab runs something
 */
export async function explainWhy(
  plan: ExplanationPlan,
  services: Pick<Services, 'client' | 'storage' | 'tabs' | 'newId'>,
  report: (nDone: number, nTrials: number) => void,
): Promise<Explanation | null> {
  const { client, storage, tabs, newId } = services
  const read = readerOf(storage.readValue)
  const side = (run: RunRecord) => ({ run, read })
  const { a, b } = plan.comparison
  const work = () =>
    explainMoves(plan, {
      a: side(a),
      b: side(b),
      read,
      report,
      trial: (request) => client.materialize({ ...request, runId: newId() }, () => undefined),
    })
  if (plan.nTrials === 0) return work()
  const runId = newId()
  const done = await tabs.alone(runId, async () => ({ explanation: await work() }))
  if (done === null) throw new AssetError(otherTabRuns(runId))
  return done.explanation
}

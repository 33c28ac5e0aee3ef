import type { Branch } from '../../assets/spec'
import { allParams, resolveParam } from '../../config/params-for'
import type { AppState } from '../app-state'
import { selectShownRuns } from '../selectors'

/** The seed of the run that is shown: a picture is as reproducible as its clusters. */
export function selectPictureSeed(state: AppState, branch: Branch): number {
  const [run] = selectShownRuns(state)
  const param = allParams().get('session_id')
  if (run === undefined || param === undefined) return 0
  return Number(resolveParam(param, branch, run.configuration).value)
}

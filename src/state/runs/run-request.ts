import { addressOf } from '../../runs/address'
import type { RunRequest } from '../../runs/contract'
import type { PendingRun } from '../../runs/pending-run'
import type { AppState } from '../app-state'
import { selectBaseline } from './baseline'
import { selectEffectiveConfiguration } from '../config/effective-configuration'
import { selectWholePlan } from '../plan/plan-selectors'
import { readySources } from '../selectors'
import type { Services } from '../services'

/** A run of these files and settings, before anything is written or computed. */
export function newPendingRun(
  state: AppState,
  selection: string,
  { newId, now, tabs }: Pick<Services, 'newId' | 'now' | 'tabs'>,
): PendingRun {
  const runId = newId()
  const plan = selectWholePlan(state)
  const request: RunRequest = {
    runId,
    selection,
    sources: readySources(state),
    configuration: selectEffectiveConfiguration(state),
    environment: state.environment,
    baseline: selectBaseline(state),
  }
  return {
    request,
    startedAt: now(),
    nResumes: 0,
    lock: tabs.lockOf(runId),
    addresses: plan.ok ? plan.all.map((asset) => addressOf(asset, asset.dataVersion)) : [],
  }
}

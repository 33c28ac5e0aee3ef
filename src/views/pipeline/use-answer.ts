import { selectContradictions } from '../../state/config/draft-faults'
import { useApp, useAppLater } from '../../state/hooks'
import { selectLive } from '../../state/runs/live-run'
import { selectPlan } from '../../state/plan/plan-selectors'
import { selectReadiness, selectShownRun } from '../../state/selectors'
import { selectNamedCauses } from '../../state/plan/stale-causes'
import { lastRunOf } from '../last-run'
import type { AssetTile } from './asset-tile.model'
import { restingAnswer, runningAnswer } from './pipeline.model'
import { staleReason } from './stale-answer.model'
import { useElapsed } from './use-elapsed'

/** The sentence of the screen: how far the run is, else what is fresh or stale and why. */
export function useAnswer(tiles: readonly AssetTile[]) {
  const live = useAppLater(selectLive)
  const elapsed = useElapsed(live?.startedAt ?? null)
  const last = useApp(selectShownRun)
  const newest = useApp((state) => state.runs[0])
  const readiness = useApp(selectReadiness)
  const causes = useApp(selectNamedCauses)
  const plan = useApp(selectPlan)
  const isContradicted = useApp(selectContradictions).length > 0
  if (live !== null) return runningAnswer(tiles, elapsed)
  return restingAnswer(tiles, {
    last: last === null ? null : lastRunOf(last),
    newest,
    missing: readiness.can === 'none' ? readiness.sentence : isContradicted ? contradicted : '',
    reason: staleReason(causes),
    plan: plan.ok ? { nToRun: plan.nToRun, nInRun: plan.inRun.length } : { nToRun: 0, nInRun: 0 },
  })
}

const contradicted = 'These settings do not go together'

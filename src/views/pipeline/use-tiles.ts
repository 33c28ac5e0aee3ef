import { useMemo } from 'react'
import { useApp } from '../../state/hooks'
import { selectAssetState, selectPlan } from '../../state/plan-selectors'
import { type AssetTile, tilesOf } from './asset-tile.model'

/** The tiles of the board, from the plan, the records and the run that goes on. */
export function useTiles(): readonly AssetTile[] {
  const plan = useApp(selectPlan)
  const state = useApp((whole) => whole)
  const { live } = state
  return useMemo(
    () =>
      tilesOf({
        plan: plan.ok ? plan.all : [],
        recordOf: ({ key, partition }) => selectAssetState(state, key, partition).record,
        live,
      }),
    [plan, state, live],
  )
}

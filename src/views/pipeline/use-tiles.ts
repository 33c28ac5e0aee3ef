import { useMemo } from 'react'
import { useApp, useAppLater } from '../../state/hooks'
import { selectLive } from '../../state/runs/live-run'
import { selectEveryPlanned, selectToMake } from '../../state/plan/plan-selectors'
import { selectRecords } from '../../state/plan/shown-records'
import { type AssetTile, tilesOf } from './asset-tile.model'

/** The tiles of the board, from the plan, the records and the run that goes on. */
export function useTiles(): readonly AssetTile[] {
  const plan = useApp(selectEveryPlanned)
  const records = useApp(selectRecords)
  const live = useAppLater(selectLive)
  const toMake = useApp(selectToMake)
  return useMemo(
    () => tilesOf({ plan, recordOf: (id) => records.get(id)?.record ?? null, live, toMake }),
    [plan, records, live, toMake],
  )
}

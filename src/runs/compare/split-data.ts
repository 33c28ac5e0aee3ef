import { predict } from '../../assets/model-training/predict'
import { overlay } from './match-clusters'
import type { Membership } from './membership'
import { type BranchPlace, modelAt } from './model-at'
import { placementsAt } from './placements'
import type { RunSide } from './run-side'
import { stableIds } from './stable-ids'
import { storeRowsOf } from './store-rows'

/**
 * What of other data moved a store. `own_data`: its new row alone, under the earlier model.
 * `centre_drift`: the new model alone, with its earlier row. `either`: each of them by itself.
 * `together`: only both at once.
 */
export type DataSplit = 'own_data' | 'centre_drift' | 'either' | 'together'

/** Which of the two alone put a store where the later run has it. */
export type Alone = { readonly ownData: boolean; readonly drift: boolean }

export function splitOf({ ownData, drift }: Alone): DataSplit {
  if (ownData) return drift ? 'either' : 'own_data'
  return drift ? 'centre_drift' : 'together'
}

/**
 * Places the stores that moved once with the earlier model and their later row, once the other way
 * round. `earlier` differs from `later` in data alone, or else only `ownData` means what it says.
 * @returns null where a model or a row is not kept
 */
export async function placeApart(
  { view, category, moves }: Membership,
  earlier: RunSide,
  later: RunSide,
): Promise<ReadonlyMap<string, Alone> | null> {
  if (view === 'merged') return null
  const place = { view, category, stores: moves.map(({ store }) => store) }
  const [oldModel, newModel] = [await modelAt(earlier, place), await modelAt(later, place)]
  const oldRows = await storeRowsOf(earlier, view, place)
  const newRows = await storeRowsOf(later, view, place)
  const idAfter = await matchedIds(earlier, later, place)
  if (!oldModel || !newModel || !oldRows || !newRows || idAfter === null) return null
  const newRowOldModel = predict(oldModel, newRows).clusters
  const oldRowNewModel = predict(newModel, oldRows).clusters
  return new Map(
    moves.map(({ store, to }, i) => {
      const ownData = idAfter.get(String(newRowOldModel[i])) === to
      return [store, { ownData, drift: String(oldRowNewModel[i]) === to }]
    }),
  )
}

/** Ids of the earlier run to those that are the same cluster in the later one. */
async function matchedIds(
  earlier: RunSide,
  later: RunSide,
  place: BranchPlace,
): Promise<ReadonlyMap<string, string> | null> {
  const before = await placementsAt(earlier, place)
  const after = await placementsAt(later, place)
  if (before === null || after === null) return null
  return new Map(overlay(before, after, await stableIds(earlier, later, place)).matching.pairs)
}

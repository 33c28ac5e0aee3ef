import { useMemo } from 'react'
import type { ClusterReassignment } from '../../assets/merging/cluster-reassignment/spec'
import type { MergedClusters } from '../../assets/merging/merged-clusters/spec'
import { placedInMerged } from '../../state/overrides/decision-preview'
import { useActions, useApp } from '../../state/hooks'
import { placeOf } from '../../state/overrides/overrides-slice'
import type { DecideStoresProps } from '../decide-stores'
import { lockableOf } from './decidable.model'
import type { Pairs } from './pairs.model'

export type Decidable = Omit<DecideStoresProps, 'stores'>

export type Crossing = {
  readonly crossed: MergedClusters | null
  readonly reassigned: ClusterReassignment | null
  readonly pairs: Pairs
  /** Names of the merged clusters. */
  readonly names: ReadonlyMap<string, string>
  readonly category: string | null
}

/** What deciding about stores of merged clusters needs to know. */
export function useDecidable(crossing: Crossing): Decidable {
  const { crossed, reassigned, pairs, names, category } = crossing
  return useMemo(
    () => ({
      place: placeOf('merged', category),
      outcomes: reassigned?.overrides ?? [],
      placed: crossed === null || reassigned === null ? null : placedInMerged(crossed, reassigned),
      lockable: reassigned === null ? [] : lockableOf(reassigned, pairs, names),
    }),
    [crossed, reassigned, pairs, names, category],
  )
}

/** The selection of stores that all screens share. */
export function useSelectedStores() {
  const stores = useApp((state) => state.view.stores)
  const { look } = useActions()
  const selected = useMemo(() => new Set(stores), [stores])
  return {
    selected,
    pick: (id: string) =>
      look({ stores: selected.has(id) ? stores.filter((other) => other !== id) : [...stores, id] }),
  }
}

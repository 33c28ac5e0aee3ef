import type { MergedClusters } from '../../assets/merging/merged-clusters/spec'
import type { IdMatching } from '../../table/match-ids'
import type { Sides } from './join-report.model'

export const viewSides: Sides = { kind: 'stores', left: 'Internal', right: 'External' }

type Crossed = Pick<
  MergedClusters,
  | 'storeIds'
  | 'externalStoreIds'
  | 'matchedByRule'
  | 'onlyInternal'
  | 'onlyExternal'
  | 'idConflicts'
>

/** The lists of a run, in the shape of those before it. */
export function matchingOfRun(crossed: Crossed): IdMatching {
  return {
    pairs: crossed.storeIds.map((left, i) => ({
      left,
      right: crossed.externalStoreIds[i] ?? left,
    })),
    byRule: crossed.matchedByRule,
    onlyLeft: crossed.onlyInternal,
    onlyRight: crossed.onlyExternal,
    conflicts: crossed.idConflicts,
  }
}

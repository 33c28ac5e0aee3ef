import type { StageSpecs } from '../../branch'
import { firstFew } from '../../first-few'
import type { Checks } from '../../spec'
import type { Inputs } from './compute'

const clear = 0.25

export const checks: Checks<StageSpecs['metrics'], Inputs> = {
  clear_split: ({ silhouette, nClusters, clusters }) => ({
    passed: silhouette !== null && silhouette >= clear,
    metadata: {
      silhouette,
      clusters: nClusters,
      loosest: firstFew(loosestFirst(clusters)),
    },
  }),
}

function loosestFirst(
  clusters: readonly { readonly cluster: number; readonly silhouette: number | null }[],
): readonly string[] {
  return clusters
    .filter(({ silhouette }) => silhouette !== null && silhouette < clear)
    .toSorted((a, b) => (a.silhouette ?? 0) - (b.silhouette ?? 0))
    .map(({ cluster }) => String(cluster))
}

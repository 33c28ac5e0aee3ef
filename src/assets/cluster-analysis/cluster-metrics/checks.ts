import type { StageSpecs } from '../../branch'
import type { Checks } from '../../spec'
import type { Inputs } from './compute'

const clear = 0.25

export const checks: Checks<StageSpecs['metrics'], Inputs> = {
  clear_split: ({ silhouette, nClusters }) => ({
    passed: silhouette !== null && silhouette >= clear,
    metadata: { silhouette, clusters: nClusters },
  }),
}

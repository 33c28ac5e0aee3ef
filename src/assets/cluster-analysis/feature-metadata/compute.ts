import { etaSquared } from '../../../math/eta-squared'
import { columnOf } from '../../../math/matrix'
import type { AssignedClusters } from '../../cluster-assignment/assign-clusters/spec'
import type { FilteredFeatures } from '../../feature-engineering/filtered-features/spec'
import type { ImputedFeatures } from '../../feature-engineering/imputed-features/spec'
import type { NormalizedData } from '../../feature-engineering/normalized-data/spec'
import { finiteOrNull } from '../../finite-or-null'
import type { FeatureMetadata } from './spec'

export type Inputs = {
  readonly filtered: FilteredFeatures
  readonly imputed: ImputedFeatures
  readonly normalized: NormalizedData
  readonly assigned: AssignedClusters
}

/** Every feature with what was done to it, and every column that did not become one. */
export function compute({ filtered, imputed, normalized, assigned }: Inputs): FeatureMetadata {
  const { storeIds, featureNames } = normalized
  const shape = { nSamples: storeIds.length, nFeatures: featureNames.length }
  const filled = { ...shape, X: Float64Array.from(imputed.filled) }
  const scaled = { ...shape, X: normalized.X }
  const centers = lineOf(normalized.scaler)
  const labels = labelsFor(storeIds, assigned)
  return {
    features: featureNames.map((name, j) => ({
      name,
      origin: imputed.origins[j],
      transform: normalized.transforms[j].kind,
      center: centers?.center[j] ?? null,
      scale: centers?.scale[j] ?? null,
      weight: normalized.weights[j],
      nFilled: columnOf(filled, j).reduce((sum, flag) => sum + flag, 0),
      etaSquared:
        assigned.nClusters < 2 ? null : finiteOrNull(etaSquared(columnOf(scaled, j), labels)),
    })),
    dropped: filtered.dropped.map(({ name, code, detail }) => ({ name, code, detail })),
  }
}

/** What is taken off and divided by, where the scaler is a line or ends in one. */
function lineOf(scaler: NormalizedData['scaler']) {
  if (scaler.kind === 'quantile') return null
  return scaler.kind === 'power' ? scaler.scaler : scaler
}

/** Id of the cluster per store, by store id; -1 where it has none. */
function labelsFor(storeIds: readonly string[], assigned: AssignedClusters): Int32Array {
  const clusterById = new Map(assigned.storeIds.map((id, row) => [id, assigned.clusters[row]]))
  return Int32Array.from(storeIds, (id) => clusterById.get(id) ?? -1)
}

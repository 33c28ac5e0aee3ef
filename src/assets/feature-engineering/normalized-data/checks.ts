import type { StageSpecs } from '../../branch'
import { conserveStores } from '../../conserve-stores'
import { allFinite } from '../../finite-cells'
import type { Checks } from '../../spec'
import type { Inputs } from './compute'

export const checks: Checks<StageSpecs['normalized'], Inputs> = {
  stores_conserved: (value, { imputed }) => conserveStores(imputed.storeIds, value),
  matrix_finite: ({ X, featureNames }) => allFinite(X, featureNames),
}

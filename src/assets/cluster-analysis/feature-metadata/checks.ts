import type { StageSpecs } from '../../branch'
import {
  unknownNames,
  unknownNameWords,
} from '../../feature-engineering/filtered-features/unknown-names'
import { firstFew } from '../../first-few'
import type { Checks } from '../../spec'
import type { Inputs } from './compute'

/** Here meet the weights, the columns that are features and those that were left out. */
export const checks: Checks<StageSpecs['metadata'], Inputs> = {
  weights_are_known: ({ dropped }, { imputed, normalized }) => {
    const columns = [...imputed.columns, ...dropped].map(({ name }) => name)
    const unknown = unknownNames({ feature_weights: normalized.unusedWeights }, columns)
    return {
      passed: unknown.length === 0,
      metadata: { count: unknown.length, names: firstFew(unknown.map(unknownNameWords)) },
    }
  },
}

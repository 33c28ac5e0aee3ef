import type { StageSpecs } from '../../branch'
import type { Checks } from '../../spec'
import type { Inputs } from './compute'

export const checks: Checks<StageSpecs['filtered'], Inputs> = {
  features_left: ({ columns, dropped }) => ({
    passed: columns.length > 0,
    metadata: { features: columns.length, left_out: dropped.length },
  }),
  no_constant_features: ({ dropped }) => {
    const names = dropped.filter(({ code }) => code === 'constant').map(({ name }) => name)
    return {
      passed: names.length === 0,
      metadata: { count: names.length, columns: names.join(', ') },
    }
  },
}

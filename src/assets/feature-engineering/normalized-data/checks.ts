import type { StageSpecs } from '../../branch'
import type { Checks } from '../../spec'
import type { Inputs } from './compute'

export const checks: Checks<StageSpecs['normalized'], Inputs> = {
  matrix_finite: ({ X, featureNames }) => {
    const cell = X.findIndex((value) => !Number.isFinite(value))
    return {
      passed: cell === -1,
      metadata: {
        cells: X.length,
        first: cell === -1 ? null : featureNames[cell % featureNames.length],
      },
    }
  },
}

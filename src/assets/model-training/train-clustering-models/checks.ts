import type { StageSpecs } from '../../branch'
import type { Checks, CheckOutcome } from '../../spec'
import type { Inputs } from './compute'

const dominating = 0.9
const tiny = 3

export const checks: Checks<StageSpecs['model'], Inputs> = {
  no_empty_cluster: ({ sizes }) => smallestAtLeast(sizes, 1),
  no_dominating_cluster: ({ sizes }) => {
    const total = sizes.reduce((sum, size) => sum + size, 0)
    return {
      passed: sizes[0] <= dominating * total,
      metadata: { largest: sizes[0], stores: total },
    }
  },
  no_tiny_cluster: ({ sizes }) => smallestAtLeast(sizes, tiny),
}

/** Sizes are in descending order. */
function smallestAtLeast(sizes: Int32Array, limit: number): CheckOutcome {
  const smallest = sizes[sizes.length - 1]
  return { passed: smallest >= limit, metadata: { smallest, clusters: sizes.length } }
}

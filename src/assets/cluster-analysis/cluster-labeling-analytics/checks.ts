import type { Checks } from '../../spec'
import type { Inputs } from './compute'
import type { clusterLabelingAnalytics } from './spec'

/** Nothing to check: names are unique by construction. */
export const checks: Checks<ReturnType<typeof clusterLabelingAnalytics>, Inputs> = {}

import type { Checks } from '../../spec'
import type { Inputs } from './compute'
import type { clusterProfiles } from './spec'

/** Nothing to check: the stores and clusters it describes are checked where they are made. */
export const checks: Checks<ReturnType<typeof clusterProfiles>, Inputs> = {}

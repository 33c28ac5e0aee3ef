import type { StageSpecs } from '../../branch'
import type { Checks } from '../../spec'
import type { Inputs } from './compute'

/** Nothing to check: the value describes what other assets are checked for. */
export const checks: Checks<StageSpecs['metadata'], Inputs> = {}

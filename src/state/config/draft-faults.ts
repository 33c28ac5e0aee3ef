import type { Configuration } from '../../config/configuration'
import { findContradictions } from '../../config/contradictions'
import type { AppState } from '../app-state'
import { selectEffectiveConfiguration } from './effective-configuration'
import { remember } from '../remember'

export { pythonCode } from '../../config/fault'

const contradictionsOf = remember((configuration: Configuration) =>
  findContradictions(configuration),
)

/** Settings that are allowed each, but not together: a run refuses them. */
export function selectContradictions(state: Pick<AppState, 'configuration' | 'environment'>) {
  return contradictionsOf(selectEffectiveConfiguration(state))
}

import type { Configuration } from '../../config/configuration'
import { contradictionCode, findContradictions } from '../../config/contradictions'
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

/** Why the last attempt to run was refused; nothing once the settings it was about are mended. */
export function selectRefusal(
  state: Pick<AppState, 'configuration' | 'environment' | 'runFailure'>,
): AppState['runFailure'] {
  const { runFailure } = state
  const isMended =
    runFailure?.code === contradictionCode && selectContradictions(state).length === 0
  return isMended ? null : runFailure
}

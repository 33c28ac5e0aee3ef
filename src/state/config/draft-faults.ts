import type { Role } from '../../assets/source'
import type { Configuration } from '../../config/configuration'
import { contradictionCode, findContradictions } from '../../config/contradictions'
import type { AppState } from '../app-state'
import { selectEffectiveConfiguration } from './effective-configuration'
import { remember } from '../remember'
import { selectRoles } from '../selectors'

export { pythonCode } from '../../config/fault'

type Draft = Pick<AppState, 'configuration' | 'environment' | 'entries'>

const contradictionsOf = remember((configuration: Configuration, roles: ReadonlySet<Role>) =>
  findContradictions(configuration, roles),
)

/** Settings that are allowed each, but not together: a run of these files refuses them. */
export function selectContradictions(state: Draft) {
  return contradictionsOf(selectEffectiveConfiguration(state), selectRoles(state))
}

/** Why the last attempt to run was refused; nothing once the settings it was about are mended. */
export function selectRefusal(state: Draft & Pick<AppState, 'runFailure'>): AppState['runFailure'] {
  const { runFailure } = state
  const isMended =
    runFailure?.code === contradictionCode && selectContradictions(state).length === 0
  return isMended ? null : runFailure
}

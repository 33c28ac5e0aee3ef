import type { Option } from '../../assets/schema'
import { choosesOwnK } from '../../assets/model-training/chooses-own-k'
import { specs } from '../../assets/specs'
import type { Branch } from '../../assets/spec'
import { paramsFor } from '../../config/params-for'
import type { AppState } from '../app-state'
import { selectEffectiveConfiguration } from './effective-configuration'

/** The value that a branch's assets read for a parameter; of one that none reads, `undefined`. */
export function selectParam(
  state: Pick<AppState, 'configuration' | 'environment'>,
  branch: Branch | null,
  name: string,
): unknown {
  const spec = specs.find((one) => one.branch === branch && name in one.params)
  if (spec === undefined) return undefined
  return paramsFor(spec, selectEffectiveConfiguration(state))[name]
}

/** The choices of a parameter, in the order of its schema; none where it is not a choice. */
export function selectOptions(name: string): readonly Option[] {
  const spec = specs.find((one) => name in one.params)
  const control = spec?.params[name].control
  return control?.kind === 'choice' ? control.options : []
}

/** Whether the algorithm of a branch finds the number of clusters itself, so that no rule chooses. */
export function selectChoosesOwnK(
  state: Pick<AppState, 'configuration' | 'environment'>,
  branch: Branch,
): boolean {
  return choosesOwnK(String(selectParam(state, branch, 'algorithm')))
}

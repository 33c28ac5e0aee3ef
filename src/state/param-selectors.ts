import type { Option } from '../assets/schema'
import { specs } from '../assets/specs'
import type { Branch } from '../assets/spec'
import { paramsFor } from '../config/params-for'
import type { AppState } from './app-state'

/** The value that a branch's assets read for a parameter; of one that none reads, `undefined`. */
export function selectParam(
  state: Pick<AppState, 'configuration'>,
  branch: Branch | null,
  name: string,
): unknown {
  const spec = specs.find((one) => one.branch === branch && name in one.params)
  return spec === undefined ? undefined : paramsFor(spec, state.configuration)[name]
}

/** The choices of a parameter, in the order of its schema; none where it is not a choice. */
export function selectOptions(name: string): readonly Option[] {
  const spec = specs.find((one) => name in one.params)
  const control = spec?.params[name].control
  return control?.kind === 'choice' ? control.options : []
}

import type { Control } from '../../assets/schema'
import type { AnySpec } from '../../assets/spec'
import type { Configuration } from '../../config/configuration'
import { paramsFor, resolveParam, type Resolved, sectionOf } from '../../config/params-for'

/** A parameter as one asset reads it: its value, and which layer of the settings says so. */
export type ParameterRead = {
  readonly name: string
  readonly label: string
  readonly help: string
  readonly control: Control
  readonly value: unknown
  readonly from: Resolved['from']
}

/** Every parameter that an asset reads, in the order of its spec. */
export function parametersReadBy(
  spec: AnySpec,
  configuration: Configuration,
): readonly ParameterRead[] {
  return Object.keys(paramsFor(spec, configuration)).map((name) => {
    const param = spec.params[name]
    const { label, help, control } = param
    return {
      name,
      label,
      help,
      control,
      ...resolveParam({ name, param }, sectionOf(spec), configuration),
    }
  })
}

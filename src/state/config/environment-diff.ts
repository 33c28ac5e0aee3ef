import {
  type Configuration,
  type Section,
  sections,
  type Settings,
} from '../../config/configuration'
import { type Layer, settingsIn } from '../../config/edit-layer'
import { overlayOf } from '../../config/environments'
import { allParams, resolveParam } from '../../config/params-for'
import type { Control } from '../../assets/schema'
import type { AppState } from '../app-state'
import { remember } from '../remember'

/** The environments that are offered before any is written, and after them those that are. */
const usualEnvironments = ['dev', 'staging', 'prod'] as const

const namesIn = remember((configuration: Configuration): readonly string[] => [
  ...new Set([...usualEnvironments, ...Object.keys(configuration.environments)]),
])

export function selectEnvironmentNames({ configuration }: AppState): readonly string[] {
  return namesIn(configuration)
}

/** One setting of an overlay beside what the base says there. */
export type EnvironmentChange = {
  readonly section: Section
  readonly name: string
  readonly label: string
  readonly control: Control
  readonly base: unknown
  readonly value: unknown
}

const changesOf = remember(
  (configuration: Configuration, layer: Layer): readonly EnvironmentChange[] =>
    layer === null
      ? []
      : sections.flatMap((section) =>
          Object.entries(settingsIn(configuration, layer, section)).flatMap(([name, value]) => {
            const known = allParams().get(name)
            if (known === undefined) return []
            const { label, control } = known.param
            const base = resolveParam(known, section, configuration).value
            return [{ section, name, label, control, base, value }]
          }),
        ),
)

/** What the chosen environment says otherwise than the base, in the order of the sections. */
export function selectEnvironmentChanges(state: AppState): readonly EnvironmentChange[] {
  return changesOf(state.configuration, state.environment)
}

/** The overlay of the chosen environment; null where none is written, or the base is chosen. */
export function selectOverlay({ configuration, environment }: AppState): Settings | null {
  if (environment === null || !Object.hasOwn(configuration.environments, environment)) return null
  return overlayOf(configuration, environment)
}

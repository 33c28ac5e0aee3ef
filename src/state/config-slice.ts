import {
  type Configuration,
  emptyConfiguration,
  type PresetName,
  type Section,
  sections,
} from '../config/configuration'
import type { Slice } from './app-state'

export type ConfigSlice = {
  readonly configuration: Configuration
  /** Earlier and undone drafts, newest last. */
  readonly past: readonly Configuration[]
  readonly future: readonly Configuration[]
  /** Sets one parameter; `undefined` takes the setting out, so that the inherited value shows. */
  readonly setParam: (section: Section, name: string, value: unknown) => void
  /** Sets several parameters of one section as one step of undo. */
  readonly setParams: (section: Section, values: Readonly<Record<string, unknown>>) => void
  /** Takes a setting out of every section. */
  readonly resetParam: (name: string) => void
  readonly setPreset: (preset: PresetName | null) => void
  readonly replaceConfiguration: (configuration: Configuration) => void
  readonly resetAll: () => void
  readonly undo: () => void
  readonly redo: () => void
}

export const createConfigSlice: Slice<ConfigSlice> = (set) => {
  const change = (next: (configuration: Configuration) => Configuration) =>
    set(({ configuration, past }) => ({
      configuration: next(configuration),
      past: [...past, configuration],
      future: [],
    }))
  return {
    configuration: emptyConfiguration,
    past: [],
    future: [],
    setParam: (section, name, value) =>
      change((configuration) => ({
        ...configuration,
        [section]: withEntry(configuration[section], name, value),
      })),
    setParams: (section, values) =>
      change((configuration) => ({
        ...configuration,
        [section]: { ...configuration[section], ...values },
      })),
    resetParam: (name) =>
      change((configuration) => {
        const without = sections.map((section) => [
          section,
          withEntry(configuration[section], name, undefined),
        ])
        return { ...configuration, ...Object.fromEntries(without) }
      }),
    setPreset: (preset) => change((configuration) => ({ ...configuration, preset })),
    replaceConfiguration: (configuration) => change(() => configuration),
    resetAll: () =>
      change((configuration) => ({ ...emptyConfiguration, readers: configuration.readers })),
    undo: () =>
      set(({ configuration, past, future }) => {
        const last = past.at(-1)
        if (last === undefined) return {}
        return { configuration: last, past: past.slice(0, -1), future: [...future, configuration] }
      }),
    redo: () =>
      set(({ configuration, past, future }) => {
        const next = future.at(-1)
        if (next === undefined) return {}
        return { configuration: next, past: [...past, configuration], future: future.slice(0, -1) }
      }),
  }
}

function withEntry(
  settings: Readonly<Record<string, unknown>>,
  name: string,
  value: unknown,
): Record<string, unknown> {
  const entries = Object.entries(settings).filter(([key]) => key !== name)
  return Object.fromEntries(value === undefined ? entries : [...entries, [name, value]])
}

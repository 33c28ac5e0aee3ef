import {
  type Configuration,
  emptyConfiguration,
  type PresetName,
  type Section,
  type Settings,
} from '../../config/configuration'
import { editLayer, resetInLayer, withOverlay } from '../../config/edit-layer'
import { overlayOf } from '../../config/environments'
import type { ImportedKey } from '../../config/imported-key'
import type { DraftTexts } from '../../config/draft-texts'
import type { Slice } from '../app-state'
import { type ConfigurationText, createConfigurationText } from './configuration-text-slice'
import { type DraftStep, stepOf } from './draft-step'
import { joinOverrides } from '../overrides/join-overrides'

/** A file that was taken over, and the settings before it. */
export type ImportedFile = {
  readonly name: string
  /** What became of each key, where it was one of the Python system. */
  readonly report: readonly ImportedKey[] | null
  readonly before: DraftStep
}

export type ConfigSlice = DraftStep &
  DraftTexts & {
    readonly imported: ImportedFile | null
    /** Earlier and undone drafts, newest last. */
    readonly past: readonly DraftStep[]
    readonly future: readonly DraftStep[]
    /** Sets one parameter; `undefined` takes the setting out, so that the inherited value shows. */
    readonly setParam: (section: Section, name: string, value: unknown) => void
    /** Sets several parameters of one section as one step of undo. */
    readonly setParams: (section: Section, values: Readonly<Record<string, unknown>>) => void
    /** Takes a setting out of every section. */
    readonly resetParam: (name: string) => void
    readonly setPreset: (preset: PresetName | null) => void
    readonly replaceConfiguration: (configuration: Configuration) => void
    /** Takes out what the base, or the chosen environment, says. Environments and overrides stay. */
    readonly resetAll: () => void
    /** Settings are shown and edited as they are there; null is the base. */
    readonly chooseEnvironment: (name: string | null) => void
    /** With an overlay, such as one that was removed before. */
    readonly addEnvironment: (name: string, overlay?: Settings) => void
    readonly removeEnvironment: (name: string) => void
    readonly undo: () => void
    readonly redo: () => void
    /** Brings back, as a new step, what was there before the last file was taken over. */
    readonly undoImport: () => void
  } & ConfigurationText

export const createConfigSlice: Slice<ConfigSlice> = (set, get, api) => {
  const change = (next: (state: ConfigSlice) => Partial<DraftStep>) =>
    set((state) => ({ ...next(state), past: [...state.past, stepOf(state)], future: [] }))
  const edit = (next: (configuration: Configuration, layer: string | null) => Configuration) =>
    change(({ configuration, environment }) => ({
      configuration: next(configuration, environment),
    }))
  return {
    configuration: emptyConfiguration,
    written: null,
    environment: null,
    unread: null,
    imported: null,
    variables: new Map(),
    past: [],
    future: [],
    setParam: (section, name, value) => get().setParams(section, { [name]: value }),
    setParams: (section, values) =>
      edit((configuration, layer) => editLayer(configuration, layer, { section, values })),
    resetParam: (name) => edit((configuration, layer) => resetInLayer(configuration, layer, name)),
    setPreset: (preset) => edit((configuration, layer) => withPreset(configuration, layer, preset)),
    replaceConfiguration: (configuration) =>
      change((state) => ({ configuration: joinOverrides(state.configuration, configuration) })),
    resetAll: () => edit(withoutSettings),
    chooseEnvironment: (environment) => set({ environment }),
    addEnvironment: (name, overlay) =>
      change(({ configuration }) => ({
        configuration: withOverlay(configuration, name, overlay ?? overlayOf(configuration, name)),
        environment: name,
      })),
    removeEnvironment: (name) =>
      change(({ configuration }) => ({
        configuration: withoutEnvironment(configuration, name),
        environment: null,
      })),
    undo: () =>
      set((state) => {
        // A text with faults is what was done last, and no step yet.
        if (state.unread !== null) return { unread: null }
        const last = state.past.at(-1)
        if (last === undefined) return {}
        const future = [...state.future, stepOf(state)]
        return { ...brought(state, last), past: state.past.slice(0, -1), future }
      }),
    redo: () =>
      set((state) => {
        const next = state.future.at(-1)
        if (next === undefined) return {}
        const past = [...state.past, stepOf(state)]
        return { ...brought(state, next), past, future: state.future.slice(0, -1) }
      }),
    undoImport: () => {
      const { imported } = get()
      if (imported === null) return
      change((state) => brought(state, imported.before))
      set({ imported: null })
    },
    ...createConfigurationText(set, get, api),
  }
}

/** What people decided about stores is never taken back by undo: the log only grows. */
function brought(
  { configuration: { overrides } }: DraftStep,
  step: DraftStep,
): Partial<ConfigSlice> {
  return { ...step, configuration: { ...step.configuration, overrides }, unread: null }
}

function withPreset(
  configuration: Configuration,
  layer: string | null,
  preset: PresetName | null,
): Configuration {
  if (layer === null) return { ...configuration, preset }
  const { preset: _, ...overlay } = overlayOf(configuration, layer)
  return withOverlay(configuration, layer, preset === null ? overlay : { preset, ...overlay })
}

function withoutSettings(configuration: Configuration, layer: string | null): Configuration {
  if (layer !== null) return withOverlay(configuration, layer, {})
  const { readers, environments, overrides } = configuration
  return { ...emptyConfiguration, readers, environments, overrides }
}

function withoutEnvironment(configuration: Configuration, name: string): Configuration {
  const left = Object.entries(configuration.environments).filter(([other]) => other !== name)
  return { ...configuration, environments: Object.fromEntries(left) }
}

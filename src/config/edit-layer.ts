import { type Configuration, type Section, sections, type Settings } from './configuration'
import { overlayOf } from './environments'
import { isMap } from './fault'

/** Where settings are written: in the overlay of an environment, or in the base (`null`). */
export type Layer = string | null

/** What one section of a layer says itself. */
export function settingsIn(configuration: Configuration, layer: Layer, section: Section): Settings {
  if (layer === null) return configuration[section]
  const settings = overlayOf(configuration, layer)[section]
  return isMap(settings) ? settings : {}
}

export type LayerChange = {
  readonly section: Section
  /** `undefined` takes a setting out. */
  readonly values: Settings
}

/** Writes settings into one layer; a setting that is there keeps its place among the others. */
export function editLayer(
  configuration: Configuration,
  layer: Layer,
  { section, values }: LayerChange,
): Configuration {
  const settings = Object.entries({ ...settingsIn(configuration, layer, section), ...values })
  const kept = Object.fromEntries(settings.filter(([, value]) => value !== undefined))
  if (layer === null) return { ...configuration, [section]: kept }
  return withOverlay(configuration, layer, {
    ...overlayOf(configuration, layer),
    [section]: kept,
  })
}

/** Takes a setting out of every section of a layer. */
export function resetInLayer(
  configuration: Configuration,
  layer: Layer,
  name: string,
): Configuration {
  return sections.reduce(
    (edited, section) =>
      Object.hasOwn(settingsIn(edited, layer, section), name)
        ? editLayer(edited, layer, { section, values: { [name]: undefined } })
        : edited,
    configuration,
  )
}

/** Puts an overlay in the place of the one that was there; sections without a setting are left out. */
export function withOverlay(
  configuration: Configuration,
  name: string,
  overlay: Settings,
): Configuration {
  const full = Object.entries(overlay).filter(
    ([, value]) => !isMap(value) || Object.keys(value).length > 0,
  )
  const environments = { ...configuration.environments, [name]: Object.fromEntries(full) }
  return { ...configuration, environments }
}

import { type Configuration, presetNames, sections, type Settings } from './configuration'
import { type Checked, isMap, type PlainMap, unknownKey } from './fault'
import { parseConfiguration } from './parse-configuration'
import { toDocument } from './to-document'

/** Lays the named environment over the rest: maps are merged key by key, all else is replaced. */
export function applyEnvironment(
  configuration: Configuration,
  name: string,
): Checked<Configuration> {
  const names = Object.keys(configuration.environments)
  const overlay = configuration.environments[name]
  if (overlay === undefined || !names.includes(name))
    return { ok: false, faults: [unknownEnvironment(name, names)] }
  return parseConfiguration(mergeMaps(toDocument(configuration), overlay))
}

/**
 * The same where files are dropped and readers do not count, as in the browser: preset and settings
 * of an overlay that was read already. An environment without an overlay changes nothing.
 */
export function layEnvironment(configuration: Configuration, name: string | null): Configuration {
  if (name === null) return configuration
  const overlay = overlayOf(configuration, name)
  const preset = presetNames.find((known) => known === overlay['preset'])
  const merged = sections.map((section) => {
    const over = overlay[section]
    return [section, isMap(over) ? mergeMaps(configuration[section], over) : configuration[section]]
  })
  return { ...configuration, ...(preset && { preset }), ...Object.fromEntries(merged) }
}

/** What an environment writes over the rest; nothing where it is not there yet. */
export function overlayOf({ environments }: Configuration, name: string): Settings {
  return Object.hasOwn(environments, name) ? (environments[name] ?? {}) : {}
}

function mergeMaps(base: PlainMap, overlay: PlainMap): PlainMap {
  const merged = new Map(Object.entries(base))
  for (const [key, value] of Object.entries(overlay)) {
    const under = merged.get(key)
    merged.set(key, isMap(under) && isMap(value) ? mergeMaps(under, value) : value)
  }
  return Object.fromEntries(merged)
}

function unknownEnvironment(name: string, known: readonly string[]) {
  if (known.length > 0) return unknownKey(`environments.${name}`, known)
  return {
    code: 'unknown_key',
    message: `There is no environment "${name}".`,
    path: `environments.${name}`,
    hint: 'The configuration has no environments section: add one, or leave the environment out.',
  }
}

import type { Configuration } from './configuration'
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

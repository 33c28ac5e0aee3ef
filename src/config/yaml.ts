import { stringify } from 'yaml'
import type { Configuration } from './configuration'
import type { Checked } from './fault'
import { parseConfiguration } from './parse-configuration'
import { parseYaml } from './parse-yaml'
import { type LookUp, resolveVariables } from './resolve-variables'
import { toDocument } from './to-document'

/**
 * YAML or JSON text to a configuration, with every fault and its place. `lookUp` gives the
 * variables of the environment; where there is none, as in the browser, only defaults count.
 */
export function readConfiguration(
  text: string,
  lookUp: LookUp = () => undefined,
): Checked<Configuration> {
  const document = parseYaml(text)
  if (!document.ok) return document
  const resolved = resolveVariables(document.value, lookUp)
  return resolved.ok ? parseConfiguration(resolved.value) : resolved
}

/** The same configuration gives the same text: a fixed order of keys, empty parts left out. */
export function writeConfiguration(configuration: Configuration): string {
  return stringify(toDocument(configuration), { lineWidth: 100 })
}

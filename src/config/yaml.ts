import type { Configuration } from './configuration'
import type { Checked, Fault } from './fault'
import { parseConfiguration } from './parse-configuration'
import { parseYaml } from './parse-yaml'
import { withPlaces } from './fault-places'
import { type LookUp, resolveVariables } from './resolve-variables'
import { toDocument } from './to-document'
import { documentText } from './yaml-text'

/**
 * YAML or JSON text to a configuration, or every fault with its path, line and column. `lookUp` gives the
 * variables of the environment; where there is none, as in the browser, only defaults count.
 */
export function readConfiguration(
  text: string,
  lookUp: LookUp = () => undefined,
): Checked<Configuration> {
  const document = parseYaml(text)
  if (!document.ok) return document
  const resolved = resolveVariables(document.value, lookUp)
  const checked = parseConfiguration(resolved.ok ? resolved.value : document.value)
  const faults = [
    ...(resolved.ok ? [] : resolved.faults),
    ...(checked.ok ? [] : withoutUnset(checked.faults, resolved)),
  ]
  if (checked.ok && faults.length === 0) return checked
  return { ok: false, faults: withPlaces(text, faults) }
}

/** A value that waits for its variable cannot be judged yet. */
function withoutUnset(faults: readonly Fault[], resolved: Checked<unknown>): readonly Fault[] {
  const waiting = resolved.ok ? [] : resolved.faults.map(({ path }) => path)
  return faults.filter(
    ({ path }) => !waiting.some((at) => at === path || at.startsWith(`${path}.`)),
  )
}

/** The same configuration gives the same text: a fixed order of keys, empty parts left out. */
export function writeConfiguration(configuration: Configuration): string {
  return documentText(toDocument(configuration))
}

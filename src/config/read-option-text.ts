import { type Checked, joinPath } from './fault'
import { parseYaml } from './parse-yaml'
import { checkReadOption } from './read-option'

/**
 * Checks a read option given as the text of a setting: a YAML scalar or flow value. A single sign such as `,` or `'`
 * is taken as it is, though YAML would want quotes around it.
 */
export function readOptionText(path: string, name: string, text: string): Checked<unknown> {
  if (text.length <= 1) {
    const asIs = checkReadOption(path, name, text)
    if (asIs.ok) return asIs
  }
  const parsed = parseYaml(text)
  if (parsed.ok) return checkReadOption(path, name, parsed.value)
  const at = joinPath(path, name)
  return { ok: false, faults: parsed.faults.map((fault) => ({ ...fault, path: at })) }
}

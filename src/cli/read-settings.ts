import type { Settings } from '../config/configuration'
import { readOptionText } from '../config/read-option-text'
import { InputError } from './input-error'

/**
 * `delimiter=";"`: how a file is read, each value a YAML scalar or flow value.
 * @throws {InputError} for an option that is unknown, or a value that it does not take
 */
export function readSettings(texts: readonly string[]): Settings {
  const entries = texts.map((text) => {
    const [name = '', ...value] = text.split('=')
    const checked = readOptionText('', name, value.join('='))
    if (!checked.ok) throw new InputError(checked.faults)
    return [name, checked.value] as const
  })
  return Object.fromEntries(entries)
}

import type { Configuration } from './configuration'
import { type Checked, type Fault, pythonCode } from './fault'
import { importPythonConfiguration, isPythonConfiguration } from './import-python-config'
import type { ImportedKey } from './imported-key'
import { parseYaml } from './parse-yaml'
import type { LookUp } from './resolve-variables'
import { readConfiguration } from './yaml'

export type OpenedConfiguration = {
  readonly configuration: Configuration
  /** What became of each key, where the text was one of the Python system; else null. */
  readonly imported: readonly ImportedKey[] | null
}

/** A configuration of ours or of the Python system, told apart by their shape. */
export function openConfiguration(text: string, lookUp?: LookUp): Checked<OpenedConfiguration> {
  const document = parseYaml(text)
  if (document.ok && isPythonConfiguration(document.value)) {
    const read = importPythonConfiguration(text, lookUp)
    if (!read.ok) return read
    const { configuration, report } = read.value
    return { ok: true, value: { configuration, imported: report } }
  }
  const read = readConfiguration(text, lookUp)
  return read.ok ? { ok: true, value: { configuration: read.value, imported: null } } : read
}

/**
 * The same for a text that is being typed: half of one of ours may look like one of the Python
 * system, so that is only said, and nothing is taken over by itself.
 */
export function openTyped(text: string, lookUp?: LookUp): Checked<OpenedConfiguration> {
  const opened = openConfiguration(text, lookUp)
  if (!opened.ok || opened.value.imported === null) return opened
  const ours = readConfiguration(text, lookUp)
  if (ours.ok) return { ok: true, value: { configuration: ours.value, imported: null } }
  return { ok: false, faults: [ofPythonSystem, ...ours.faults] }
}

const ofPythonSystem: Fault = {
  code: pythonCode,
  message: 'This looks like a configuration of the Python system.',
  path: '',
  hint: 'Import it, and each of its keys is accounted for.',
}

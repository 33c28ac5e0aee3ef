import { type Configuration, emptyConfiguration, type Reader } from './configuration'
import { type Checked, isMap, type PlainMap } from './fault'
import { type ImportedKey, keyReport } from './imported-key'
import { leavesOf } from './leaves'
import { parseYaml } from './parse-yaml'
import { importJobParams } from './python-job-params'
import { notUsed, notUsedSections } from './python-keys'
import { importReader } from './python-readers'
import type { LookUp } from './resolve-variables'

export type PythonImport = {
  readonly configuration: Configuration
  /** Every key of the file, once, in its order. */
  readonly report: readonly ImportedKey[]
}

/** Whether a document has the shape of the Python system's configuration, not of ours. */
export function isPythonConfiguration(document: unknown): boolean {
  if (!isMap(document) || document['version'] !== undefined) return false
  if ([...notUsedSections.keys()].some((section) => Object.hasOwn(document, section))) return true
  const job = isMap(document['job_params']) ? document['job_params'] : {}
  if (
    ['kmeans', 'preprocessing', 'evaluation', ...notUsed.keys()].some((key) =>
      Object.hasOwn(job, key),
    )
  )
    return true
  const readers = Object.values(isMap(document['readers']) ? document['readers'] : {})
  const isTheirs = (reader: unknown) =>
    isMap(reader) && reader['kind'] !== undefined && reader['role'] === undefined
  return readers.length > 0 && readers.every(isTheirs)
}

/**
 * A configuration of the Python system as one of ours, and what became of each of its keys. What it
 * leaves open is filled by the preset `python-package`. Nothing in it is an error but broken YAML.
 */
export function importPythonConfiguration(
  text: string,
  lookUp: LookUp = () => undefined,
): Checked<PythonImport> {
  const document = parseYaml(text)
  if (!document.ok) return document
  const map = isMap(document.value) ? document.value : {}
  const job = importJobParams(isMap(map['job_params']) ? map['job_params'] : {}, lookUp)
  const files = importReaders(isMap(map['readers']) ? map['readers'] : {})
  const report = Object.entries(map).flatMap(([section, value]): readonly ImportedKey[] => {
    if (section === 'job_params' && isMap(value)) return job.report
    if (section === 'readers' && isMap(value)) return files.report
    const why = notUsedSections.get(section)
    const [outcome, note] =
      why === undefined ? (['unknown', 'Not known here.'] as const) : (['not_used', why] as const)
    return leavesOf(value, section).map((leaf) => keyReport(leaf, outcome, { note }))
  })
  const configuration: Configuration = {
    ...emptyConfiguration,
    preset: 'python-package',
    job_params: job.settings,
    readers: files.readers,
  }
  return { ok: true, value: { configuration, report } }
}

function importReaders(map: PlainMap) {
  const readers: Reader[] = []
  const report = Object.entries(map).flatMap(([name, value]) => {
    const imported = importReader({ name, value }, new Set(readers.map(({ role }) => role)))
    if (imported.reader !== null) readers.push(imported.reader)
    return imported.report
  })
  return { readers, report }
}

import {
  type Configuration,
  presetNames,
  type PresetName,
  type Section,
  sections,
  type Settings,
} from './configuration'
import {
  type Checked,
  type Fault,
  invalidValue,
  joinPath,
  type PlainMap,
  readMap,
  type Report,
  reportUnknownKeys,
} from './fault'
import { readReaderParts, readReaders } from './read-readers'
import { readSettings } from './validate-setting'

const overlayKeys = ['preset', ...sections, 'readers']
const documentKeys = ['version', ...overlayKeys, 'environments']

/**
 * Reads what YAML or JSON gave; every fault there is, not only the first. Settings that do not go
 * together are found last, by `findContradictions`, when every layer is laid.
 */
export function parseConfiguration(document: unknown): Checked<Configuration> {
  const faults: Fault[] = []
  const report: Report = (fault) => void faults.push(fault)
  const map = readMap(document, '', report)
  reportUnknownKeys(map, { path: '', known: documentKeys }, report)
  checkVersion(map['version'], report)
  const configuration: Configuration = {
    version: 1,
    preset: readPreset(map['preset'], 'preset', report),
    ...readSections(map, '', report),
    readers: readReaders(readMap(map['readers'], 'readers', report), 'readers', report),
    environments: readEnvironments(map['environments'], report),
    overrides: [],
  }
  return faults.length === 0 ? { ok: true, value: configuration } : { ok: false, faults }
}

function checkVersion(version: unknown, report: Report): void {
  if (version !== undefined && version !== 1) report(invalidValue('version', version, '1'))
}

function readPreset(value: unknown, path: string, report: Report): PresetName | null {
  if (value === undefined || value === null) return null
  const name = presetNames.find((known) => known === value)
  if (name === undefined) report(invalidValue(path, value, `one of ${presetNames.join(', ')}`))
  return name ?? null
}

function readSections(map: PlainMap, path: string, report: Report): Record<Section, Settings> {
  const read = (section: Section) => {
    const at = joinPath(path, section)
    return readSettings({ section, path: at }, readMap(map[section], at, report), report)
  }
  return {
    job_params: read('job_params'),
    internal: read('internal'),
    external: read('external'),
    merging: read('merging'),
  }
}

/** Overlays are checked here and kept as they are; what they are laid over is checked again then. */
function readEnvironments(value: unknown, report: Report): Readonly<Record<string, Settings>> {
  const entries = Object.entries(readMap(value, 'environments', report)).map(([name, overlay]) => {
    const path = joinPath('environments', name)
    const map = readMap(overlay, path, report)
    checkOverlay(map, path, report)
    return [name, map] as const
  })
  return Object.fromEntries(entries)
}

function checkOverlay(map: PlainMap, path: string, report: Report): void {
  reportUnknownKeys(map, { path, known: overlayKeys }, report)
  readPreset(map['preset'], joinPath(path, 'preset'), report)
  readSections(map, path, report)
  const at = joinPath(path, 'readers')
  for (const [name, reader] of Object.entries(readMap(map['readers'], at, report)))
    readReaderParts(readMap(reader, joinPath(at, name), report), joinPath(at, name), report)
}

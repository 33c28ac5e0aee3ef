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
  isMap,
  joinPath,
  type PlainMap,
  readMap,
  type Report,
  reportUnknownKeys,
} from './fault'
import { readOverrides } from './read-overrides'
import { readReaderParts, readReaders } from './read-readers'
import { readSettings } from './validate-setting'

const overlayKeys = ['preset', ...sections, 'readers']
const documentKeys = ['version', ...overlayKeys, 'environments', 'overrides']

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
    overrides: readOverrides(map['overrides'], 'overrides', report),
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

/** Overlays are read here; what they are laid over is checked again then. */
function readEnvironments(value: unknown, report: Report): Readonly<Record<string, Settings>> {
  const entries = Object.entries(readMap(value, 'environments', report)).map(([name, overlay]) => {
    const path = joinPath('environments', name)
    return [name, readOverlay(readMap(overlay, path, report), path, report)] as const
  })
  return Object.fromEntries(entries)
}

function readOverlay(map: PlainMap, path: string, report: Report): Settings {
  reportUnknownKeys(map, { path, known: overlayKeys }, report)
  readPreset(map['preset'], joinPath(path, 'preset'), report)
  const read = Object.entries(readSections(map, path, report))
  const at = joinPath(path, 'readers')
  for (const [name, reader] of Object.entries(readMap(map['readers'], at, report)))
    readReaderParts(readMap(reader, joinPath(at, name), report), joinPath(at, name), report)
  const here = read.filter(([section]) => isMap(map[section]))
  return { ...map, ...Object.fromEntries(here) }
}

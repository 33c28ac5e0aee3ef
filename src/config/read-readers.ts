import { needs, roles } from '../assets/source'
import type { Reader, Settings } from './configuration'
import {
  invalidValue,
  isMap,
  joinPath,
  type PlainMap,
  readMap,
  type Report,
  reportUnknownKeys,
} from './fault'
import { checkReadOption } from './read-option'
import { readerKinds } from './reader-kinds'

/** The `readers` section: files by name, each with role, path, read options and columns. */
export function readReaders(map: PlainMap, path: string, report: Report): readonly Reader[] {
  return Object.entries(map).flatMap(([name, value]) => {
    const reader = readReader(name, { value, path: joinPath(path, name) }, report)
    return reader === null ? [] : [reader]
  })
}

function readReader(
  name: string,
  at: { readonly value: unknown; readonly path: string },
  report: Report,
): Reader | null {
  const map = readMap(at.value, at.path, report)
  if (map !== at.value) return null
  const parts = readReaderParts(map, at.path, report)
  const config = isMap(map['config']) ? map['config'] : {}
  if (map['role'] === undefined) report(missing(`${at.path}.role`, `one of ${roles.join(', ')}`))
  if (config['path'] === undefined) report(missing(`${at.path}.config.path`, 'the path of a file'))
  if (parts.role === null || parts.path === null) return null
  return {
    name,
    role: parts.role,
    path: parts.path,
    options: parts.options,
    columns: parts.columns,
  }
}

/** What is there of a reader; the overlay of an environment may name only a part. */
export function readReaderParts(map: PlainMap, path: string, report: Report) {
  reportUnknownKeys(map, { path, known: ['kind', 'role', 'config', 'columns'] }, report)
  const kind = map['kind']
  if (kind !== undefined && !readerKinds.includes(kind))
    report(invalidValue(joinPath(path, 'kind'), kind, `one of ${readerKinds.join(', ')}`))
  const config = readMap(map['config'], joinPath(path, 'config'), report)
  return {
    role: readRole(map['role'], joinPath(path, 'role'), report),
    path: readPath(config['path'], joinPath(path, 'config.path'), report),
    options: readOptionsOf(config, joinPath(path, 'config'), report),
    columns: readColumns(map['columns'], joinPath(path, 'columns'), report),
  }
}

function readRole(value: unknown, path: string, report: Report): Reader['role'] | null {
  const role = roles.find((known) => known === value) ?? null
  if (value !== undefined && role === null)
    report(invalidValue(path, value, `one of ${roles.join(', ')}`))
  return role
}

function readPath(value: unknown, path: string, report: Report): string | null {
  if (typeof value === 'string' && value !== '') return value
  if (value !== undefined) report(invalidValue(path, value, 'the path of a file'))
  return null
}

function readOptionsOf(config: PlainMap, path: string, report: Report): Settings {
  const entries = Object.entries(config).filter(([name]) => name !== 'path')
  for (const [name, value] of entries) {
    const checked = checkReadOption(path, name, value)
    if (!checked.ok) checked.faults.forEach(report)
  }
  return Object.fromEntries(entries)
}

function readColumns(value: unknown, path: string, report: Report): Settings {
  const map = readMap(value, path, report)
  reportUnknownKeys(map, { path, known: needs }, report)
  for (const [need, column] of Object.entries(map))
    if (typeof column !== 'string' && column !== null)
      report(invalidValue(joinPath(path, need), column, 'the name of a column, or null'))
  return map
}

function missing(path: string, expects: string) {
  return { code: 'missing_key', message: `${path} is missing.`, path, hint: `Write ${expects}.` }
}

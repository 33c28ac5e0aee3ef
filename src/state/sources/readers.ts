import { guessRole } from '../../assets/guess-role'
import { needs, type SourceColumns } from '../../assets/source'
import type { Configuration, Reader, Settings } from '../../config/configuration'
import { isSame } from '../../config/is-same'
import type { ReadOverrides } from '../../files/source-profile'
import { overridesOf, settingsOf } from '../../runs/read-options'
import type { Source } from '../../runs/contract'
import { needsOfRole } from './open-needs'
import type { SourceEntry } from './sources-slice'
import type { ReadyEntry } from './understand-source'

/** The reader that a configuration has for a file of the desk: the last part of its path tells. */
export function readerFor({ readers }: Configuration, fileName: string): Reader | null {
  return readers.find(({ path }) => lastPartOf(path) === fileName) ?? null
}

function lastPartOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
}

/** How a person, or the configuration, wants a file to be read; nothing where all is guessed. */
export function wantedOverrides(configuration: Configuration, fileName: string): ReadOverrides {
  return overridesOf(readerFor(configuration, fileName)?.options ?? {})
}

/** Role and columns as the reader says; where it says nothing of a column, as guessed. */
export function asReader(source: Source, { role, columns }: Reader): Source {
  const guess = guessRole(source.name, source.profile.columns, source.profile.nRows)
  const names = new Set(source.profile.columns.map(({ name }) => name))
  const chosen = needsOfRole[role].map(({ need }) => {
    const name = columns[need]
    if (name === undefined) return [need, guess.columns[need]]
    return [need, typeof name === 'string' && names.has(name) ? name : null]
  })
  const next = { ...source.columns, ...Object.fromEntries(chosen) }
  const isAsBefore = source.role === role && isSame(next, source.columns)
  return isAsBefore ? source : { ...source, role, columns: next }
}

/** The file before with the role and columns of the reader, as far as it names them. */
export function wantedBy({ role, columns }: Reader, before: Source): Source {
  const named = needs.flatMap((need) => {
    const name = columns[need]
    return typeof name === 'string' ? [[need, name] as const] : []
  })
  return { ...before, role, columns: { ...before.columns, ...Object.fromEntries(named) } }
}

/** The configuration with the readers of these files; the same object where they are there. */
export function withReaders(
  configuration: Configuration,
  entries: readonly SourceEntry[],
): Configuration {
  return entries.reduce(
    (filled, entry) => (entry.status === 'ready' ? withReader(filled, entry) : filled),
    configuration,
  )
}

/** A file that left the desk leaves no reader behind. */
export function withoutReaders(
  configuration: Configuration,
  entries: readonly SourceEntry[],
): Configuration {
  const gone = new Set(entries.map(({ name }) => readerFor(configuration, name)))
  const readers = configuration.readers.filter((reader) => !gone.has(reader))
  return readers.length === configuration.readers.length
    ? configuration
    : { ...configuration, readers }
}

/** The configuration with other read options of a file that has a reader. */
export function withOptions(
  configuration: Configuration,
  fileName: string,
  options: Settings,
): Configuration {
  const reader = readerFor(configuration, fileName)
  return reader === null
    ? configuration
    : replaceReader(configuration, reader, { ...reader, options })
}

function withReader(configuration: Configuration, { source, overrides }: ReadyEntry) {
  const before = readerFor(configuration, source.name)
  const { role } = source
  const options = settingsOf(overrides)
  const columns = writtenColumns(source)
  if (before === null) {
    const name = readerName(source.name, configuration)
    const reader = { name, role, path: source.name, options, columns }
    return { ...configuration, readers: [...configuration.readers, reader] }
  }
  const reader = { ...before, role, options, columns }
  return isSame(reader, before) ? configuration : replaceReader(configuration, before, reader)
}

function replaceReader(configuration: Configuration, before: Reader, reader: Reader) {
  const readers = configuration.readers.map((each) => (each === before ? reader : each))
  return { ...configuration, readers }
}

/** The columns that a role needs; `null` where a person said that there is none. */
function writtenColumns({ name, role, profile, columns }: Source): Settings {
  const guess = guessRole(name, profile.columns, profile.nRows).columns
  const said = (need: keyof SourceColumns) => columns[need] !== null || guess[need] !== null
  const entries = needsOfRole[role].flatMap(({ need }) =>
    said(need) ? [[need, columns[need]] as const] : [],
  )
  return Object.fromEntries(entries)
}

/** `Market data 2025.csv` is the reader `market_data_2025`; no two have one name. */
function readerName(fileName: string, { readers }: Configuration): string {
  const words = fileName
    .replace(/(\.[A-Za-z0-9]{1,8}){1,2}$/, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '')
  const base = words === '' ? 'file' : words
  const taken = new Set(readers.map(({ name }) => name))
  let name = base
  for (let n = 2; taken.has(name); n++) name = `${base}_${n}`
  return name
}

import type { AssetFailure } from '../../assets/failure'
import type { ReadOverrides } from '../../files/source-profile'
import type { FileHandle, Source } from '../../runs/contract'
import { needLabels, needsOfRole } from '../sources/open-needs'
import type { Services } from '../services'
import { modifiedAtOf, type ReadyEntry, withReason } from '../sources/understand-source'

/** What came of reading a file of the desk again after it was written. */
export type Renewal =
  /** Its bytes are what they were. */
  | { readonly kind: 'same' }
  | { readonly kind: 'renewed'; readonly bytes: ReadBytes }
  /** It cannot stand in for the one before, which stays. */
  | { readonly kind: 'refused'; readonly failure: AssetFailure }

export type ReadBytes = { readonly file: FileHandle; readonly profile: Source['profile'] }

/**
 * Reads newer bytes of a file on the desk in the computing thread, with the options that a person
 * fixed. Where the guess of the others finds a table without the columns in use, it is read with all
 * the options of the file before.
 */
export async function renewSource(
  { source, overrides }: ReadyEntry,
  blob: File,
  { inspect }: Pick<Services['client'], 'inspect'>,
): Promise<Renewal> {
  const file: FileHandle = { kind: 'blob', name: source.name, blob }
  const read = async (options: ReadOverrides): Promise<Renewal> => {
    const result = await inspect(file, options, () => undefined)
    if (!result.ok) return { kind: 'refused', failure: result.failure }
    const { profile } = result
    if (profile.digest === source.profile.digest) return { kind: 'same' }
    const lost = lostColumns(source, profile)
    if (lost.length > 0) return { kind: 'refused', failure: columnsGone(source.name, lost) }
    return { kind: 'renewed', bytes: { file, profile } }
  }
  const guessed = await read(overrides)
  if (guessed.kind !== 'refused') return guessed
  const asBefore = await read(source.profile.options)
  return asBefore.kind === 'refused' ? guessed : asBefore
}

/** The file with newer bytes; its role and columns are what was chosen or guessed before. */
export function withBytes(entry: ReadyEntry, { file, profile }: ReadBytes): ReadyEntry {
  const { source } = entry
  const names = new Set(profile.columns.map(({ name }) => name))
  const kept = Object.entries(source.columns).map(([need, name]) => [
    need,
    name !== null && names.has(name) ? name : null,
  ])
  const columns = { ...source.columns, ...Object.fromEntries(kept) }
  return withReason({
    ...entry,
    source: { ...source, file, profile, columns, ...modifiedAtOf(file) },
  })
}

type LostColumn = { readonly label: string; readonly name: string }

function lostColumns(before: Source, { columns }: Source['profile']): readonly LostColumn[] {
  const names = new Set(columns.map(({ name }) => name))
  return needsOfRole[before.role].flatMap(({ need }) => {
    const name = before.columns[need]
    return name === null || names.has(name) ? [] : [{ label: needLabels[need], name }]
  })
}

function columnsGone(file: string, lost: readonly LostColumn[]): AssetFailure {
  const names = lost.map(({ label, name }) => `${name} (${label.toLowerCase()})`).join(', ')
  return {
    code: 'columns_gone',
    message: `${file} was written without ${names}.`,
    path: file,
    hint: 'Write the file with that column, or add it by hand and choose another one.',
  }
}

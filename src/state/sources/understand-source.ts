import { guessRole } from '../../assets/guess-role'
import type { ReadOverrides } from '../../files/source-profile'
import type { FileHandle, Source } from '../../runs/contract'
import { needLabels, needsOfRole } from './open-needs'
import type { SourceEntry } from './sources-slice'

type Read = Pick<Source, 'id' | 'file' | 'profile'> & { readonly overrides: ReadOverrides }

/** A file as one pass over it told: its role and columns are guessed, and the guess explains itself. */
export function understand({ id, file, profile, overrides }: Read): ReadyEntry {
  const guess = guessRole(file.name, profile.columns, profile.nRows)
  const source = {
    id,
    role: guess.role,
    name: file.name,
    file,
    profile,
    columns: guess.columns,
    ...modifiedAtOf(file),
  }
  return { status: 'ready', id, name: file.name, source, reason: guess.reason, overrides }
}

/** A file of the disk tells when it was last written; bytes made in the page do not. */
export function modifiedAtOf(file: FileHandle): Pick<Source, 'modifiedAt'> {
  const isFile = file.kind === 'blob' && file.blob instanceof File
  return isFile ? { modifiedAt: file.blob.lastModified } : {}
}

export type ReadyEntry = Extract<SourceEntry, { status: 'ready' }>

/** The guess explains itself; what a person chose against it is said to be chosen. */
export function withReason(entry: ReadyEntry): ReadyEntry {
  const { name, profile, role, columns } = entry.source
  const guess = guessRole(name, profile.columns, profile.nRows)
  if (guess.role !== role) return { ...entry, reason: 'You chose what this file is.' }
  const own = needsOfRole[role].find(({ need }) => guess.columns[need] !== columns[need])
  if (own === undefined) return { ...entry, reason: guess.reason }
  const chosen = columns[own.need] ?? 'none'
  return { ...entry, reason: `${needLabels[own.need]} column: ${chosen}, chosen by you.` }
}

/** The role, the age, and the columns chosen before where the file still has them. */
export function asBefore(source: Source, before: Source): Source {
  const names = new Set(source.profile.columns.map(({ name }) => name))
  const kept = Object.entries(before.columns).filter(([, name]) => name !== null && names.has(name))
  return {
    ...source,
    ...(before.modifiedAt === undefined ? {} : { modifiedAt: before.modifiedAt }),
    role: before.role,
    columns: { ...source.columns, ...Object.fromEntries(kept) },
  }
}

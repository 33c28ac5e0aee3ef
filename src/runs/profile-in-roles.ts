import { isNoteOf } from '../files/column-notes'
import type { SourceProfile } from '../files/source-profile'
import type { Source } from './contract'

type Seen = Pick<Source, 'profile' | 'columns'>

/** Columns that hold ids or categories: text byte for byte, whatever they look like. */
export function idColumnsIn({ store, product, category }: Source['columns']): readonly string[] {
  return [store, product, category].filter((column) => column !== null)
}

/**
 * What a run makes of a file: a column is read before anyone knows what it is for, and the ids in it
 * that are no numbers are then told as lost, which they are not. The same profile where none is.
 */
export function profileInRoles({ profile, columns }: Seen): SourceProfile {
  const ids = idColumnsIn(columns)
  const isTold = (note: string) => !ids.some((id) => isNoteOf(id, note))
  const hasMixed = profile.columns.some(
    ({ name, nRejected }) => nRejected > 0 && ids.includes(name),
  )
  if (!hasMixed && profile.notes.every(isTold)) return profile
  return {
    ...profile,
    columns: profile.columns.map((column) =>
      column.nRejected > 0 && ids.includes(column.name)
        ? { ...column, type: 'text', range: null, histogram: [], nRejected: 0, rejected: [] }
        : column,
    ),
    notes: profile.notes.filter(isTold),
  }
}

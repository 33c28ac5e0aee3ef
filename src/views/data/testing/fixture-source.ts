import type { SourceColumns } from '../../../assets/source'
import { profileOf } from '../../../files/testing/profile-of'
import type { Source } from '../../../runs/contract'

export type FixtureFile = {
  readonly role: Source['role']
  readonly columns: Source['profile']['columns']
  readonly needs?: Partial<SourceColumns>
  readonly nRows?: number
}

/** A made-up file on the desk, for tests. */
export function fixtureSource({ role, columns, needs = {}, nRows = 3 }: FixtureFile): Source {
  const name = `${role}.csv`
  const none = { store: null, product: null, category: null, value: null, group: null }
  return {
    id: name,
    role,
    name,
    file: { kind: 'blob', name, blob: new Blob([]) },
    profile: profileOf(columns, { size: 2900, nRows }),
    columns: { ...none, ...needs },
  }
}

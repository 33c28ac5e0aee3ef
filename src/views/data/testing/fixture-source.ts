import type { SourceColumns } from '../../../assets/source'
import type { Source } from '../../../runs/contract'

type Column = Source['profile']['columns'][number]

/** A column of a made-up file; what is not said is a text column without gaps. */
export function fixtureColumn(given: Partial<Column> & { readonly name: string }): Column {
  const levels = given.levels ?? []
  return {
    type: 'text',
    nMissing: 0,
    nEmpty: 0,
    nullTexts: [],
    nDistinct: levels.length,
    distinctIsExact: true,
    range: null,
    histogram: [],
    levels,
    levelsAreComplete: true,
    nRejected: 0,
    rejected: [],
    ...given,
  }
}

export type FixtureFile = {
  readonly role: Source['role']
  readonly columns: readonly Column[]
  readonly needs?: Partial<SourceColumns>
  readonly nRows?: number
}

/** A made-up file on the desk, for tests. */
export function fixtureSource({ role, columns, needs = {}, nRows = 3 }: FixtureFile): Source {
  const name = `${role}.csv`
  const none = { store: null, product: null, category: null, value: null, group: null }
  const options = {
    encoding: 'utf-8',
    delimiter: ',',
    quote: '"',
    skipLines: 0,
    hasHeader: true,
    nullTokens: [],
    numberFormats: [],
    types: [],
  }
  return {
    id: name,
    role,
    name,
    file: { kind: 'blob', name, blob: new Blob([]) },
    profile: { digest: '', size: 2900, nRows, options, columns, preview: [], notes: [] },
    columns: { ...none, ...needs },
  }
}

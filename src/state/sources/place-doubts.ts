import { guessRole } from '../../assets/guess-role'
import { storesByOverlap } from '../../assets/store-column'
import type { Role } from '../../assets/source'
import type { Source } from '../../runs/contract'
import { placeDoubtsOf, type SourceDoubt } from '../../runs/source-doubts'
import type { AppState } from '../app-state'
import { remember } from '../remember'
import { unknownStores } from '../../runs/unknown-stores'
import { rivalValue } from '../../runs/value-doubts'
import { selectEffectiveConfiguration } from '../config/effective-configuration'
import { readySources } from '../selectors'

/** What would mend a doubt: another role for a file, or another column of stores or of the value. */
export type Remedy =
  | { readonly kind: 'role'; readonly id: string; readonly role: Role }
  | { readonly kind: 'store' | 'value'; readonly id: string; readonly column: string }

export type PlaceDoubt = SourceDoubt & {
  /** All of them together; empty where only a person knows. */
  readonly remedies: readonly Remedy[]
}

/** Files that may be in the wrong place, with what would put them right, and stores in no file. */
export function selectPlaceDoubts(state: AppState): readonly PlaceDoubt[] {
  const sources = readySources(state)
  return together(keptDoubts(sources), keptUnknown(sources, selectEffectiveConfiguration(state)))
}

export function placeDoubts(sources: readonly Source[]): readonly PlaceDoubt[] {
  return placeDoubtsOf(sources).map((doubt) => ({
    ...doubt,
    remedies: remediesOf(doubt, sources),
  }))
}

const keptDoubts = remember(placeDoubts)
const keptUnknown = remember(unknownStores)
const together = remember(
  (places: readonly PlaceDoubt[], unknown: readonly SourceDoubt[]): readonly PlaceDoubt[] =>
    unknown.length === 0 ? places : [...places, ...unknown.map(withoutRemedy)],
)

function withoutRemedy(doubt: SourceDoubt): PlaceDoubt {
  return { ...doubt, remedies: [] }
}

function remediesOf({ code, path }: SourceDoubt, sources: readonly Source[]): readonly Remedy[] {
  const index = sources.findIndex(({ id }) => id === path)
  const source = sources[index]
  if (source === undefined) return []
  if (code === 'other_store_column') {
    const column = storesByOverlap(sources)[index] ?? null
    return column === null ? [] : [{ kind: 'store', id: source.id, column }]
  }
  if (code === 'unsure_value_column') {
    const column = rivalValue(source)
    return column === null ? [] : [{ kind: 'value', id: source.id, column }]
  }
  if (code === 'same_file_twice' || code === 'unused_file') return []
  const role = likelyRole(source)
  const other = sources.find((each) => each.role === role && likelyRole(each) === source.role)
  const first: Remedy = { kind: 'role', id: source.id, role }
  return code === 'swapped_files' && other !== undefined
    ? [first, { kind: 'role', id: other.id, role: source.role }]
    : [first]
}

function likelyRole({ name, profile }: Source): Role {
  return guessRole(name, profile.columns, profile.nRows).role
}

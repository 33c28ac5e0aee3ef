import { isMap, type PlainMap } from './fault'
import { isSame } from './is-same'

/** One step from a document to another: a value that is set, or a key that is taken out. */
export type DocumentEdit = { readonly path: readonly string[] } & (
  | {
      readonly kind: 'set'
      readonly value: unknown
      /** Keys that stand before it in the map it belongs to, nearest first. */
      readonly behind: readonly string[]
    }
  | { readonly kind: 'remove' }
)

/** The fewest edits that lead from one document to the other: maps key by key, all else whole. */
export function documentEdits(
  before: PlainMap,
  after: PlainMap,
  path: readonly string[] = [],
): readonly DocumentEdit[] {
  const removed = Object.keys(before)
    .filter((key) => !Object.hasOwn(after, key))
    .map((key): DocumentEdit => ({ kind: 'remove', path: [...path, key] }))
  const keys = Object.keys(after)
  const set = keys.flatMap((key, i): readonly DocumentEdit[] => {
    const value = after[key]
    const old = Object.hasOwn(before, key) ? before[key] : undefined
    if (Object.hasOwn(before, key) && isSame(old, value)) return []
    if (isMap(old) && isMap(value)) return documentEdits(old, value, [...path, key])
    return [{ kind: 'set', path: [...path, key], value, behind: keys.slice(0, i).toReversed() }]
  })
  return [...removed, ...set]
}

/** The document after one edit; where a path leads through what is no map, a map is made. */
export function applyEdit(document: unknown, edit: DocumentEdit): PlainMap {
  return editAt(document, edit.path, edit)
}

function editAt(value: unknown, path: readonly string[], edit: DocumentEdit): PlainMap {
  const [key = '', ...rest] = path
  const map = isMap(value) ? value : {}
  if (rest.length === 0 && edit.kind === 'remove')
    return Object.fromEntries(Object.entries(map).filter(([name]) => name !== key))
  const inner = edit.kind === 'set' && rest.length === 0 ? edit.value : editAt(map[key], rest, edit)
  return { ...map, [key]: inner }
}

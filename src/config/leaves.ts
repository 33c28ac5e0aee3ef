import { isMap, joinPath } from './fault'

export type Leaf = { readonly path: string; readonly value: unknown }

/** What stands at the ends of nested maps, with its path; a list or an empty map is one value. */
export function leavesOf(value: unknown, path = ''): readonly Leaf[] {
  if (!isMap(value) || Object.keys(value).length === 0) return path === '' ? [] : [{ path, value }]
  return Object.entries(value).flatMap(([key, under]) => leavesOf(under, joinPath(path, key)))
}

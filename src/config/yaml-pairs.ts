import { isMap as isYamlMap, isNode, isScalar, type Node, type Pair, type YAMLMap } from 'yaml'
import type { Span } from './yaml-text'

export type NodePair = Pair

/** The pair of a key, by its text. */
export function pairOf(map: YAMLMap, key: string): NodePair | undefined {
  return map.items.find((pair) => keyTextOf(pair) === key)
}

export function keyTextOf({ key }: NodePair): string {
  return isScalar(key) ? String(key.value) : String(key)
}

/** Where a path leads: the last map on the way, and its pair on the path if it has one. */
export type Place = {
  readonly map: YAMLMap
  readonly pair: NodePair | undefined
  /** The pair whose value is `map`; none at the top. */
  readonly parent: NodePair | undefined
  /** Index in the path of the key of `pair`. */
  readonly depth: number
}

export function findPlace(root: YAMLMap, path: readonly string[]): Place {
  let place: Place = { map: root, pair: pairOf(root, path[0] ?? ''), parent: undefined, depth: 0 }
  for (let depth = 1; depth < path.length; depth++) {
    const { pair } = place
    const under = pair?.value
    if (!isYamlMap(under)) return place
    place = { map: under, pair: pairOf(under, path[depth] ?? ''), parent: pair, depth }
  }
  return place
}

export function isFlow(map: YAMLMap): boolean {
  return map.flow === true
}

/** From the key to the end of the value, without line ends and comments behind it. */
export function spanOfPair(pair: NodePair, text: string): Span {
  const key = spanOf(pair.key, text)
  const value = isNode(pair.value) ? spanOf(pair.value, text) : null
  if (key === null) throw new Error('A key of a parsed document has its place')
  if (value === null || value.end === value.start)
    return { start: key.start, end: endOfKey(key, text) }
  return { start: key.start, end: value.end }
}

/** Of the value itself; `null` where nothing is written. */
export function spanOfValue(pair: NodePair, text: string): Span | null {
  const span = isNode(pair.value) ? spanOf(pair.value, text) : null
  return span === null || span.start === span.end ? null : span
}

/** Behind the colon of a key without a value, or behind the key where it has no colon. */
export function endOfKey(key: Span, text: string): number {
  const colon = /^\s*:/.exec(text.slice(key.end))
  return colon === null ? key.end : key.end + colon[0].length
}

export function spanOf(node: unknown, text: string): Span | null {
  const range = isNode(node) ? (node as Node).range : null
  if (range === null || range === undefined) return null
  const [start, end] = range
  return { start, end: start + text.slice(start, end).trimEnd().length }
}

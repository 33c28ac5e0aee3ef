import { isScalar, Scalar, type YAMLMap } from 'yaml'
import { isFlow, type NodePair, pairOf, spanOf, spanOfPair } from './yaml-pairs'
import { blockYaml, inlineYaml, lineEnd, lineStart, replaceSpan } from './yaml-text'

export type NewPair = {
  readonly key: string
  readonly value: unknown
  /** Keys it stands behind, nearest first; the first of them that is there is the one. */
  readonly behind: readonly string[]
}

/** Writes a new key where it belongs in its map, in the style of the map. */
export function insertPair(text: string, map: YAMLMap, added: NewPair): string {
  const before = added.behind.map((key) => pairOf(map, key)).find((pair) => pair !== undefined)
  if (isFlow(map)) return insertInFlow(text, map, { ...added, before })
  const first = map.items[0]
  if (first === undefined) return text
  const start = spanOfPair(first, text).start
  const indent = text.slice(lineStart(text, start), start)
  const lines = blockYaml(added.key, added.value, indent)
  if (before === undefined) return insertAt(text, start - indent.length, `${lines}\n`)
  return insertAt(text, lineEnd(text, spanOfPair(before, text).end), `\n${lines}`)
}

type FlowPair = NewPair & { readonly before: NodePair | undefined }

function insertInFlow(text: string, map: YAMLMap, { key, value, before }: FlowPair): string {
  const span = spanOf(map, text)
  if (span === null) return text
  const isJson = map.items.length > 0 ? map.items.every(isQuoted) : isJsonText(text)
  const written = `${isJson ? JSON.stringify(key) : inlineYaml(key, false)}: ${inlineYaml(value, isJson)}`
  const first = map.items[0]
  if (first === undefined)
    return replaceSpan(text, span, isJson ? `{${written}}` : `{ ${written} }`)
  const anchor = before ?? first
  const { start, end } = spanOfPair(anchor, text)
  const gap = gapBefore(text, start)
  if (before === undefined) return insertAt(text, start, `${written},${gap}`)
  return insertAt(text, end, `,${gap}${written}`)
}

/** A map with one key on each line goes on so. */
function gapBefore(text: string, start: number): string {
  const indent = text.slice(lineStart(text, start), start)
  return indent.trim() === '' && lineStart(text, start) > 0 ? `\n${indent}` : ' '
}

function isQuoted({ key }: NodePair): boolean {
  return isScalar(key) && key.type === Scalar.QUOTE_DOUBLE
}

function isJsonText(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function insertAt(text: string, offset: number, added: string): string {
  return replaceSpan(text, { start: offset, end: offset }, added)
}

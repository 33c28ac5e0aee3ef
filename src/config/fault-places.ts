import {
  isMap as isYamlMap,
  isNode,
  isPair,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
} from 'yaml'
import type { Fault } from './fault'
import { keyTextOf } from './yaml-pairs'

/** The faults with line and column of what they are about, as far as it is in the text. */
export function withPlaces(text: string, faults: readonly Fault[]): readonly Fault[] {
  const lineCounter = new LineCounter()
  const { contents } = parseDocument(text, { lineCounter })
  return faults.map((fault) => {
    if (fault.line !== undefined) return fault
    const [path, wantsValue] = [fault.path, isAboutValue(fault)]
    const offset =
      offsetOf(contents, path, wantsValue) ?? offsetOf(contents, withDots(path), wantsValue)
    if (offset === null) return fault
    const { line, col } = lineCounter.linePos(offset)
    return { ...fault, line, column: col }
  })
}

/** `overrides[2].cluster` as the keys that lead there. */
function withDots(path: string): string {
  return path.replaceAll(/\[(\d+)\]/g, '.$1')
}

/** An unknown key is wrong itself; else what stands behind the key is. */
function isAboutValue({ code }: Fault): boolean {
  return code !== 'unknown_key' && code !== 'wrong_section'
}

/** Where the longest known part of a path is; keys may hold dots themselves. */
function offsetOf(node: unknown, path: string, wantsValue: boolean): number | null {
  if (path === '') return null
  for (const { key, name, value } of entriesOf(node)) {
    if (path !== name && !path.startsWith(`${name}.`)) continue
    const rest = path.slice(name.length + 1)
    const at = wantsValue && hasText(value) ? startOf(value) : startOf(key)
    return (rest === '' ? at : offsetOf(value, rest, wantsValue)) ?? startOf(key) ?? at
  }
  return null
}

type Entry = { readonly key: unknown; readonly name: string; readonly value: unknown }

/** Long names first, so that `a.b` is not taken for the `b` of an `a`. */
function entriesOf(node: unknown): readonly Entry[] {
  if (isSeq(node))
    return node.items.map((item, i) => ({
      key: isPair(item) ? item.key : item,
      name: String(i),
      value: item,
    }))
  if (!isYamlMap(node)) return []
  return node.items
    .map((pair) => ({ key: pair.key, name: keyTextOf(pair), value: pair.value }))
    .toSorted((a, b) => b.name.length - a.name.length)
}

function startOf(node: unknown): number | null {
  return isNode(node) ? ((node as Node).range?.[0] ?? null) : null
}

function hasText(node: unknown): boolean {
  const range = isNode(node) ? (node as Node).range : null
  return range !== null && range !== undefined && range[1] > range[0]
}

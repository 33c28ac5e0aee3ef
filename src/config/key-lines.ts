import { isMap as isYamlMap, isNode, LineCounter, parseDocument } from 'yaml'
import { keyTextOf } from './yaml-pairs'

/** The lines of a key with its value, from 1, both ends counted in. */
export type KeyLines = {
  readonly path: readonly string[]
  readonly from: number
  readonly to: number
}

/** Every key of a YAML text, down to the settings of sections and overlays, in the order of lines. */
export function keyLinesOf(text: string): readonly KeyLines[] {
  const lineCounter = new LineCounter()
  const { contents } = parseDocument(text, { lineCounter })
  return linesIn(contents, [], lineCounter)
}

function linesIn(
  node: unknown,
  path: readonly string[],
  counter: LineCounter,
): readonly KeyLines[] {
  if (!isYamlMap(node)) return []
  return node.items.flatMap((pair) => {
    const start = isNode(pair.key) ? pair.key.range?.[0] : undefined
    if (start === undefined) return []
    const at = [...path, keyTextOf(pair)]
    const end = isNode(pair.value) ? (pair.value.range?.[1] ?? start) : start
    const own = {
      path: at,
      from: lineOf(counter, start),
      to: lineOf(counter, Math.max(start, end - 1)),
    }
    return [own, ...linesIn(pair.value, at, counter)]
  })
}

function lineOf(counter: LineCounter, offset: number): number {
  return counter.linePos(offset).line
}

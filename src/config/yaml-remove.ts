import type { YAMLMap } from 'yaml'
import { isFlow, type NodePair, spanOfPair } from './yaml-pairs'
import { lineEnd, lineStart, nextLine, ownLineComments, replaceSpan, type Span } from './yaml-text'

/** Takes a key out with its value; comments that have a line of their own stay. */
export function removePair(text: string, map: YAMLMap, pair: NodePair): string {
  const span = spanOfPair(pair, text)
  return isFlow(map) ? removeFromFlow(text, span) : removeLines(text, span)
}

function removeLines(text: string, { start, end }: Span): string {
  const from = lineStart(text, start)
  const lines = { start: from, end: nextLine(text, lineEnd(text, end)) }
  const indent = text.slice(from, start)
  const kept = ownLineComments(text, lines).map((comment) => `${indent}${comment.text}\n`)
  return replaceSpan(text, lines, kept.join(''))
}

/** With the comma behind it, else the one before it. */
function removeFromFlow(text: string, { start, end }: Span): string {
  const comma = /^\s*,[ \t]*/.exec(text.slice(end))
  if (comma !== null) return replaceSpan(text, { start, end: end + comma[0].length }, '')
  const before = /,\s*$/.exec(text.slice(0, start))
  return replaceSpan(text, { start: before === null ? start : before.index, end }, '')
}

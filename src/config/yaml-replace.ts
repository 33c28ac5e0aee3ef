import { isScalar, isSeq, Scalar, stringify } from 'yaml'
import { endOfKey, type NodePair, spanOf, spanOfValue } from './yaml-pairs'
import { patchList } from './yaml-list'
import {
  commentsIn,
  inlineYaml,
  lineEnd,
  lineStart,
  nextLine,
  replaceSpan,
  type Span,
} from './yaml-text'

/** Writes another value behind a key; comments inside the old one move above the key. */
export function replaceValue(text: string, pair: NodePair, value: unknown): string {
  const key = spanOf(pair.key, text)
  if (key === null) return text
  const span = spanOfValue(pair, text)
  if (span === null) return writeFirst(text, key, value)
  if (isSeq(pair.value) && pair.value.flow !== true && Array.isArray(value) && value.length > 0) {
    const patched = patchList(text, pair.value, value)
    if (patched !== null) return patched
  }
  const isJson = isScalar(pair.key) && pair.key.type === Scalar.QUOTE_DOUBLE
  if (isBelow(text, key, span)) {
    const lines = {
      start: lineStart(text, span.start),
      end: nextLine(text, lineEnd(text, span.end)),
    }
    const beside = writeFirst(replaceSpan(text, lines, ''), key, value)
    return withCommentsAbove(beside, commentsWithin(text, lines), key.start)
  }
  const written = quotedAs(pair.value, value) ?? inlineYaml(value, isJson)
  return withCommentsAbove(replaceSpan(text, span, written), commentsWithin(text, span), key.start)
}

/** A list or map whose lines begin below its key; a value on one line moves up beside the key. */
function isBelow(text: string, key: Span, value: Span): boolean {
  return (
    lineStart(text, value.start) > key.end &&
    text.slice(lineStart(text, value.start), value.start).trim() === ''
  )
}

/** Nothing stands behind the key yet. */
function writeFirst(text: string, key: Span, value: unknown): string {
  const end = endOfKey(key, text)
  const written = end === key.end ? `: ${inlineYaml(value, false)}` : ` ${inlineYaml(value, false)}`
  return replaceSpan(text, { start: end, end }, written)
}

/** A text stays in the quotes that the old one had. */
function quotedAs(old: unknown, value: unknown): string | null {
  if (!isScalar(old) || typeof value !== 'string') return null
  if (old.type !== Scalar.QUOTE_DOUBLE && old.type !== Scalar.QUOTE_SINGLE) return null
  const scalar = new Scalar(value)
  scalar.type = old.type
  const written = stringify(scalar, { lineWidth: 0 }).trim()
  return written.includes('\n') ? null : written
}

function commentsWithin(text: string, { start, end }: Span): readonly string[] {
  return commentsIn(text)
    .filter((comment) => comment.start >= start && comment.end <= end)
    .map((comment) => comment.text)
}

function withCommentsAbove(text: string, comments: readonly string[], key: number): string {
  const start = lineStart(text, key)
  const indent = /^\s*/.exec(text.slice(start, key))?.[0] ?? ''
  const lines = comments.map((comment) => `${indent}${comment}\n`).join('')
  return replaceSpan(text, { start, end: start }, lines)
}

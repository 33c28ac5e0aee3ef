import { isMap as isYamlMap, parseDocument } from 'yaml'
import type { Configuration } from './configuration'
import { applyEdit, type DocumentEdit, documentEdits } from './document-edits'
import { isSame } from './is-same'
import { parseYaml } from './parse-yaml'
import { insertPair } from './yaml-insert'
import { findPlace } from './yaml-pairs'
import { removePair } from './yaml-remove'
import { replaceValue } from './yaml-replace'
import { commentsIn, documentText } from './yaml-text'
import { toDocument } from './to-document'

/**
 * The text with what differs between the two configurations written into it, and not one character
 * more: comments, blank lines, quotes and the order of keys stay. `text` says `before`. A comment
 * goes only with a key that is taken out and shares its line; one with a line of its own stays.
 */
export function patchYaml(text: string, before: Configuration, after: Configuration): string {
  const edits = documentEdits(toDocument(before), toDocument(after))
  if (edits.length === 0) return text
  if (!isOfWindows(text)) return patched(text, edits, after)
  return patched(text.replaceAll('\r\n', '\n'), edits, after).replaceAll('\n', '\r\n')
}

/** Every line ends in CRLF: so do those that are written. */
function isOfWindows(text: string): boolean {
  return text.includes('\r\n') && !/(?<!\r)\n/.test(text)
}

function patched(text: string, edits: readonly DocumentEdit[], after: Configuration): string {
  const edited = edits.reduce(applyToText, text)
  const wanted = edits.reduce<unknown>(applyEdit, parseDocument(text).toJS())
  return says(edited, wanted) ? edited : rewritten(text, after)
}

function applyToText(text: string, edit: DocumentEdit): string {
  const { contents } = parseDocument(text)
  if (!isYamlMap(contents)) return applyToEmpty(text, edit)
  const { map, pair, parent, depth } = findPlace(contents, edit.path)
  const isWhole = depth === edit.path.length - 1
  if (edit.kind === 'remove') {
    if (pair === undefined || !isWhole) return text
    if (map.items.length > 1 || parent === undefined) return removePair(text, map, pair)
    return replaceValue(text, parent, {})
  }
  const value = nested(edit.path.slice(depth + 1), edit.value)
  if (pair !== undefined) return replaceValue(text, pair, value)
  const behind = isWhole ? edit.behind : []
  return insertPair(text, map, { key: edit.path[depth] ?? '', value, behind })
}

/** A text without any key: what it has are comments. */
function applyToEmpty(text: string, edit: DocumentEdit): string {
  if (edit.kind === 'remove') return text
  const [key = '', ...rest] = edit.path
  const start = text === '' || text.endsWith('\n') ? text : `${text}\n`
  return `${start}${documentText({ [key]: nested(rest, edit.value) })}`
}

function nested(path: readonly string[], value: unknown): unknown {
  return path.reduceRight((inner, key) => ({ [key]: inner }), value)
}

function says(text: string, wanted: unknown): boolean {
  const said = parseYaml(text)
  return said.ok && isSame(said.value ?? {}, wanted)
}

/** Anchors that other places repeat cannot be edited in place: everything is written anew. */
function rewritten(text: string, after: Configuration): string {
  const comments = commentsIn(text).map((comment) => `${comment.text}\n`)
  return comments.join('') + documentText(toDocument(after))
}

import { Lexer, stringify } from 'yaml'

/** A part of a text, from its first character to the one behind its last. */
export type Span = { readonly start: number; readonly end: number }

export type Comment = Span & { readonly text: string; readonly hasOwnLine: boolean }

/** Every comment of a YAML text, in order; a `#` inside a scalar is none. */
export function commentsIn(text: string): readonly Comment[] {
  const comments: Comment[] = []
  let offset = 0
  let isScalar = false
  for (const lexeme of new Lexer().lex(text)) {
    if (markers.has(lexeme)) {
      isScalar = lexeme === scalarMarker
      continue
    }
    if (!isScalar && lexeme.startsWith('#')) {
      const hasOwnLine = text.slice(lineStart(text, offset), offset).trim() === ''
      comments.push({
        start: offset,
        end: offset + lexeme.length,
        text: lexeme.trimEnd(),
        hasOwnLine,
      })
    }
    offset += lexeme.length
    isScalar = false
  }
  return comments
}

/** The comments of a part of a text that have a line of their own. */
export function ownLineComments(text: string, { start, end }: Span): readonly Comment[] {
  return commentsIn(text).filter(
    (comment) => comment.hasOwnLine && comment.start >= start && comment.end <= end,
  )
}

/** What the lexer says between the pieces of the text, and is not in the text itself. */
const scalarMarker = '\u001F'
const markers: ReadonlySet<string> = new Set(['\u0002', '\u0018', scalarMarker])

/** A value on one line, as it may stand in a flow collection as well as behind a key. */
export function inlineYaml(value: unknown, isJson: boolean): string {
  if (isJson) return JSON.stringify(value)
  const style = { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false } as const
  return stringify([value], style).trim().slice(1, -1)
}

/** A key with its value as lines of a block map, without the last line end. */
export function blockYaml(key: string, value: unknown, indent: string): string {
  const lines = stringify({ [key]: value }, { lineWidth: 100 })
    .trimEnd()
    .split('\n')
  return lines.map((line) => (line === '' ? '' : indent + line)).join('\n')
}

/** A whole document as it is written where there is no text to keep. */
export function documentText(document: object): string {
  return stringify(document, { lineWidth: 100 })
}

export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1
}

/** The end of the line, before its line end. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  if (end === -1) return text.length
  return text[end - 1] === '\r' && end > offset ? end - 1 : end
}

/** The start of the next line, or the end of the text. */
export function nextLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  return end === -1 ? text.length : end + 1
}

export function replaceSpan(text: string, { start, end }: Span, by: string): string {
  return text.slice(0, start) + by + text.slice(end)
}

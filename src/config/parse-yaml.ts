import { type Alias, type Document, LineCounter, parseDocument, visit } from 'yaml'
import type { Checked, Fault } from './fault'

/** YAML 1.2 to plain data. `asText`: every scalar stays the text that was written. */
export function parseYaml(text: string, asText = false): Checked<unknown> {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { schema: asText ? 'failsafe' : 'core', lineCounter })
  if (document.errors.length > 0) return { ok: false, faults: document.errors.map(faultOf) }
  try {
    return { ok: true, value: document.toJS() }
  } catch (error) {
    // What the parser accepts and cannot write out: an alias of nothing, or of far too much.
    if (!(error instanceof ReferenceError)) throw error
    return { ok: false, faults: [aliasFault(document, lineCounter)] }
  }
}

const unreadable = {
  code: 'unreadable_yaml',
  path: '',
  hint: 'Correct the YAML there: indentation, quotes and colons are the usual reasons.',
} as const

function faultOf(error: {
  readonly code: string
  readonly message: string
  readonly linePos?: readonly { readonly line: number; readonly col: number }[] | undefined
}): Fault {
  const place = error.linePos?.[0]
  return {
    ...unreadable,
    message: messageOf(error),
    ...(place === undefined ? {} : { line: place.line, column: place.col }),
  }
}

/** The place is told beside the message, not in it. */
function messageOf({ code, message }: { readonly code: string; readonly message: string }): string {
  if (code === 'MULTIPLE_DOCS') return 'There is more than one YAML document.'
  const [first = message] = message.split('\n')
  return `${first.replace(/ at line \d+, column \d+:?$/, '')}.`
}

function aliasFault(document: Document, lineCounter: LineCounter): Fault {
  const alias = unresolvedIn(document)
  if (alias === null)
    return {
      ...unreadable,
      message: 'Its aliases repeat one another too often to be written out.',
      hint: 'Write the values themselves in place of most aliases.',
    }
  const { line, col } = lineCounter.linePos(alias.range?.[0] ?? 0)
  return {
    ...unreadable,
    message: `There is no anchor &${alias.source} above *${alias.source}.`,
    hint: 'Put a text that begins with * in quotes.',
    line,
    column: col,
  }
}

function unresolvedIn(document: Document): Alias | null {
  let found: Alias | null = null
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document) !== undefined) return undefined
      found = alias
      return visit.BREAK
    },
  })
  return found
}

import { parseDocument } from 'yaml'
import type { Checked, Fault } from './fault'

/** YAML 1.2 to plain data. `asText`: every scalar stays the text that was written. */
export function parseYaml(text: string, asText = false): Checked<unknown> {
  const document = parseDocument(text, { schema: asText ? 'failsafe' : 'core' })
  if (document.errors.length > 0) return { ok: false, faults: document.errors.map(faultOf) }
  return { ok: true, value: document.toJS() }
}

function faultOf(error: {
  readonly message: string
  readonly linePos?: readonly { readonly line: number; readonly col: number }[] | undefined
}): Fault {
  const place = error.linePos?.[0]
  return {
    code: 'unreadable_yaml',
    message: error.message.split('\n')[0] ?? error.message,
    path: place === undefined ? '' : `line ${place.line}, column ${place.col}`,
    hint: 'Correct the YAML there: indentation, quotes and colons are the usual reasons.',
  }
}

import { FileError } from './failure'
import type { OtherFormat } from './sniff-format'

/** A file of another kind: what it is, and the next step. */
export function notATable(name: string, { label, hint }: OtherFormat): FileError {
  return new FileError({
    code: 'not_a_table',
    message: `${name} is ${label}; no table can be read from it.`,
    path: name,
    hint,
  })
}

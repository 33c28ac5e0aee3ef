import { FileError } from '../failure'

/** A JSON text that is not as it should be, with the line of the first fault. */
export function jsonBroken(name: string, line: number, reason: string): FileError {
  return new FileError({
    code: 'json_broken',
    message: `${name}: on line ${line} the JSON is broken: ${reason}.`,
    path: `${name}:${line}`,
    hint: 'Mend that line, or export the file again.',
  })
}

export function linesBroken(
  name: string,
  found: { readonly nBroken: number; readonly nLines: number; readonly line: number },
): FileError {
  const { nBroken, nLines, line } = found
  return new FileError({
    code: 'json_broken',
    message: `${name}: ${nBroken} of ${nLines} lines are no JSON records, first line ${line}.`,
    path: `${name}:${line}`,
    hint: 'Export the file again, one object a line, or as CSV.',
  })
}

export function noList(name: string, lists: readonly string[]): FileError {
  const names = lists.map((list) => JSON.stringify(list)).join(', ')
  return new FileError({
    code: 'json_without_table',
    message:
      lists.length === 0
        ? `${name}: the JSON holds no list of records.`
        : `${name}: the JSON holds ${lists.length} lists of records: ${names}.`,
    path: name,
    hint: 'Save one list of objects, [{"store": "1", ...}, ...], as a file of its own.',
  })
}

import { type Checked, invalidValue, joinPath, unknownKey } from './fault'

type ReadOption = { readonly expects: string; readonly accepts: (value: unknown) => boolean }

const isText = (value: unknown) => typeof value === 'string'
const isCharacter = (value: unknown) => typeof value === 'string' && value.length === 1
const isCount = (value: unknown) => Number.isInteger(value) && Number(value) >= 0

/** How a file is read, when a person says so instead of leaving it to the guess. */
const readOptions: ReadonlyMap<string, ReadOption> = new Map([
  ['encoding', { expects: 'an encoding such as utf-8 or windows-1252', accepts: isText }],
  ['delimiter', { expects: 'one character', accepts: isCharacter }],
  ['quote', { expects: 'one character', accepts: isCharacter }],
  ['escape', { expects: 'one character', accepts: isCharacter }],
  ['skip_lines', { expects: 'a count of lines', accepts: isCount }],
  ['has_header', { expects: 'true or false', accepts: (value) => typeof value === 'boolean' }],
  [
    'null_tokens',
    {
      expects: 'a list of texts',
      accepts: (value) => Array.isArray(value) && value.every(isText),
    },
  ],
])

/** Checks one read option, such as `delimiter`, of a reader or of `--set`. */
export function checkReadOption(path: string, name: string, value: unknown): Checked<unknown> {
  const at = joinPath(path, name)
  const option = readOptions.get(name)
  if (option === undefined) return { ok: false, faults: [unknownKey(at, [...readOptions.keys()])] }
  if (option.accepts(value)) return { ok: true, value }
  return { ok: false, faults: [invalidValue(at, value, option.expects)] }
}

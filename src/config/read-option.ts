import { type Checked, invalidValue, isMap, joinPath, unknownKey } from './fault'

type ReadOption = { readonly expects: string; readonly accepts: (value: unknown) => boolean }

const isText = (value: unknown) => typeof value === 'string'
const isCharacter = (value: unknown) => typeof value === 'string' && value.length === 1
const isSigns = (value: unknown) => typeof value === 'string' && value !== ''
const isCount = (value: unknown) => Number.isInteger(value) && Number(value) >= 0
const isPlace = (value: unknown) => isCount(value) && Number(value) > 0
const isDecimal = (value: unknown) => value === '.' || value === ','
const isGroup = (value: unknown) =>
  typeof value === 'string' && ['', ',', '.', "'", ' '].includes(value)
const isType = (value: unknown) =>
  typeof value === 'string' && ['text', 'number', 'boolean', 'date'].includes(value)
const isMapOf = (value: unknown, isOne: (one: unknown) => boolean) =>
  isMap(value) && Object.values(value).every(isOne)
const isNumberFormat = (value: unknown) =>
  isMap(value) &&
  isDecimal(value['decimal']) &&
  isGroup(value['group']) &&
  value['decimal'] !== value['group'] &&
  Object.keys(value).length === 2

/** How a file is read, when a person says so instead of leaving it to the guess. */
const readOptions: ReadonlyMap<string, ReadOption> = new Map([
  ['sheet', { expects: 'the name of a sheet', accepts: isText }],
  ['encoding', { expects: 'an encoding such as utf-8 or windows-1252', accepts: isText }],
  ['delimiter', { expects: 'the sign between cells, or several', accepts: isSigns }],
  ['quote', { expects: 'one character', accepts: isCharacter }],
  ['escape', { expects: 'one character', accepts: isCharacter }],
  ['skip_lines', { expects: 'a count of lines', accepts: isCount }],
  ['has_header', { expects: 'true or false', accepts: (value) => typeof value === 'boolean' }],
  ['header_rows', { expects: 'a count of rows, at least 1', accepts: isPlace }],
  [
    'end_line',
    {
      expects: 'the line from which nothing belongs to the table, or null',
      accepts: (value) => value === null || isPlace(value),
    },
  ],
  [
    'null_tokens',
    {
      expects: 'a list of texts',
      accepts: (value) => Array.isArray(value) && value.every(isText),
    },
  ],
  ['decimal', { expects: 'the decimal sign: "." or ","', accepts: isDecimal }],
  [
    'group',
    {
      expects: 'the group sign: "," "." "\'" or " "; "" for numbers without groups',
      accepts: isGroup,
    },
  ],
  [
    'number_formats',
    {
      expects: 'a map from columns to { decimal, group }',
      accepts: (value) => isMapOf(value, isNumberFormat),
    },
  ],
  [
    'types',
    {
      expects: 'a map from columns to text, number, boolean or date',
      accepts: (value) => isMapOf(value, isType),
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

export function isReadOption(name: string): boolean {
  return readOptions.has(name)
}

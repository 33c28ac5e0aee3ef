import type { Settings } from '../config/configuration'
import { isMap } from '../config/fault'
import type { ReadOverrides } from '../files/source-profile'

/** Read options as a configuration names them, and as the reader of files does. */
const optionNames = [
  ['sheet', 'sheet'],
  ['encoding', 'encoding'],
  ['delimiter', 'delimiter'],
  ['quote', 'quote'],
  ['escape', 'escape'],
  ['skip_lines', 'skipLines'],
  ['has_header', 'hasHeader'],
  ['header_rows', 'headerRows'],
  ['end_line', 'endLine'],
  ['null_tokens', 'nullTokens'],
  ['decimal', 'decimal'],
  ['group', 'group'],
] as const satisfies readonly (readonly [string, keyof ReadOverrides])[]

/** Read options of a configuration, already checked, as the reader of files names them. */
export function overridesOf(options: Settings): ReadOverrides {
  const entries = optionNames.flatMap(([name, own]) =>
    options[name] === undefined ? [] : [[own, options[name]] as const],
  )
  return {
    ...Object.fromEntries(entries),
    ...listedUnder('types', options['types'], (column, type) => ({ column, type })),
    ...listedUnder('numberFormats', options['number_formats'], (column, format) => ({
      column,
      ...(isMap(format) ? format : {}),
    })),
  }
}

/** A map from columns, as a configuration has it, as the list that the reader takes. */
function listedUnder(
  own: 'types' | 'numberFormats',
  value: unknown,
  entryOf: (column: string, said: unknown) => object,
): object {
  if (!isMap(value)) return {}
  return { [own]: Object.entries(value).map(([column, said]) => entryOf(column, said)) }
}

/** The other way: what a person fixed, as a configuration says it. */
export function settingsOf(overrides: ReadOverrides): Settings {
  const entries = optionNames.flatMap(([name, own]) =>
    overrides[own] === undefined ? [] : [[name, overrides[own]] as const],
  )
  const { types = [], numberFormats = [] } = overrides
  const byColumn = types.map(({ column, type }) => [column, type] as const)
  const formats = numberFormats.map(({ column, ...format }) => [column, format] as const)
  return Object.fromEntries<unknown>([
    ...entries,
    ...(types.length === 0 ? [] : [['types', Object.fromEntries(byColumn)] as const]),
    ...(numberFormats.length === 0
      ? []
      : [['number_formats', Object.fromEntries(formats)] as const]),
  ])
}

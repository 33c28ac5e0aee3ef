import type { ColumnProfile } from '../table/column-profile'
import { typeOf, type ColumnTally } from '../table/column-tally'
import { decideDecimal } from '../table/infer-types'
import { plainFormat } from '../table/parse-number'
import { isAmbiguous, noteColumn, noteFormats, type NotedColumn } from './column-notes'
import { fixedFormat } from './fixed-format'
import type { ReadOptions, ReadOverrides } from './source-profile'

export type DecidedColumns = {
  readonly columns: readonly ColumnProfile[]
  readonly numberFormats: ReadOptions['numberFormats']
  readonly notes: readonly string[]
}

export type TalliedColumns = {
  readonly tallies: readonly ColumnTally[]
  /** One label a tally. */
  readonly labels: readonly string[]
  readonly delimiter: string
  /** Columns in which the file itself has numbers: `.` is their decimal sign, and no guess. */
  readonly plainColumns: ReadonlySet<number>
  readonly overrides: ReadOverrides
}

type NumberFormatOf = ReadOptions['numberFormats'][number]

/** Type and number format of every column, decided after the last row; the user's choices win. */
export function decideColumns(tallied: TalliedColumns): DecidedColumns {
  const { tallies, labels, overrides } = tallied
  const chosen = labels.map((label) => overrides.types?.find(({ column }) => column === label))
  const types = tallies.map((tally, i) => typeOf(tally, chosen[i]?.type))
  const isPlain = (i: number): boolean => tallied.plainColumns.has(i)
  const lean = fileLean(tallies.filter((_, i) => types[i] === 'number' && !isPlain(i)))
  const formats = labels.map((column, i) =>
    decideFormat(column, { ...tallied, lean, isPlain: isPlain(i) }, tallies[i]),
  )
  const columns = tallies.map((tally, i) =>
    tally.finish({ name: labels[i], type: types[i], decimal: formats[i].decimal }),
  )
  const noted = columns.map((profile, i): NotedColumn => {
    const isByHand = chosen[i] !== undefined || fixedFormat(overrides, labels[i]) !== null
    const known = { format: formats[i], place: i + 1, lean, isByHand, isPlain: isPlain(i) }
    return { tally: tallies[i], profile, ...known }
  })
  const numbers = noted.filter(({ profile }) => profile.type === 'number')
  return {
    columns,
    numberFormats: formats.filter(
      ({ decimal, group }, i) => types[i] === 'number' && (decimal === ',' || group !== ''),
    ),
    notes: [
      ...noteFormats(
        numbers
          .filter((column) => !isAmbiguous(column))
          .map(({ format, profile }) => ({ ...format, column: profile.name })),
      ),
      ...noted.map(noteColumn).filter((note) => note !== null),
      ...noteUnknown(tallied),
    ],
  }
}

/** The decimal sign that the columns with evidence agree on; `null` where they do not, or none has any. */
function fileLean(tallies: readonly ColumnTally[]): '.' | ',' | null {
  const evidence = tallies.map((tally) => tally.evidence())
  const nPoint = evidence.filter((column) => column.pointOnly > column.commaOnly).length
  const nComma = evidence.filter((column) => column.commaOnly > column.pointOnly).length
  if (nPoint === nComma) return null
  return nComma > nPoint ? ',' : '.'
}

function decideFormat(
  column: string,
  file: Pick<TalliedColumns, 'delimiter' | 'overrides'> & {
    readonly lean: '.' | ',' | null
    readonly isPlain: boolean
  },
  tally: ColumnTally,
): NumberFormatOf {
  const fixed = fixedFormat(file.overrides, column)
  const guessed = file.isPlain
    ? { decimal: '.' as const, group: tally.groups('.') }
    : guessFormat(tally, file)
  const decimal = fixed?.decimal ?? guessed.decimal
  const group =
    fixed?.group ?? (decimal === guessed.decimal ? guessed.group : tally.groups(decimal))
  return { column, decimal, group: group.replace(decimal, '') }
}

function guessFormat(
  tally: ColumnTally,
  file: { readonly lean: '.' | ',' | null; readonly delimiter: string },
): Omit<NumberFormatOf, 'column'> {
  const { pointOnly, commaOnly } = tally.evidence()
  const isWhole = tally.groups('.') + tally.groups(',') === ''
  if (isWhole && pointOnly === 0 && commaOnly === 0) return plainFormat
  const decimal = decideDecimal(tally.evidence(), file.lean ?? aloneIn(tally, file.delimiter))
  return { decimal, group: tally.groups(decimal) }
}

/** The decimal sign of a column that says nothing, in a file whose other columns do not either. */
function aloneIn(tally: ColumnTally, delimiter: string): '.' | ',' {
  // 1,234 alone: where cells are parted by semicolons the comma is the decimal sign.
  if (!tally.groups('.').includes(',') || delimiter !== ';') return '.'
  const { currencies } = tally.marks()
  // £1,234 is not: where these signs are used the comma parts thousands.
  const isGrouped = currencies.length > 0 && currencies.every(({ sign }) => '$£¥₹'.includes(sign))
  return isGrouped ? '.' : ','
}

/** A choice for a column that the file does not have holds for nothing, and is said. */
function noteUnknown({ labels, overrides }: TalliedColumns): readonly string[] {
  const chosen = [...(overrides.types ?? []), ...(overrides.numberFormats ?? [])]
  const unknown = new Set(
    chosen.map(({ column }) => column).filter((name) => !labels.includes(name)),
  )
  return [...unknown].map(
    (name) => `No column is called "${name}": what was chosen for it is not used.`,
  )
}

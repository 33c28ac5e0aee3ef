import type { ColumnProfile } from '../table/column-profile'
import { typeOf, type ColumnTally } from '../table/column-tally'
import { decideDecimal } from '../table/infer-types'
import { plainFormat } from '../table/parse-number'
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
  readonly overrides: ReadOverrides
}

type NumberFormatOf = ReadOptions['numberFormats'][number]

/** Type and number format of every column, decided after the last row; the user's choices win. */
export function decideColumns(tallied: TalliedColumns): DecidedColumns {
  const { tallies, labels, overrides } = tallied
  const types = tallies.map((tally, i) =>
    typeOf(tally, overrides.types?.find(({ column }) => column === labels[i])?.type),
  )
  const lean = fileLean(tallies.filter((_, i) => types[i] === 'number'))
  const formats = tallies.map((tally, i) => {
    const byHand = overrides.numberFormats?.find(({ column }) => column === labels[i])
    return byHand ?? guessFormat(tally, { column: labels[i], lean, delimiter: tallied.delimiter })
  })
  const columns = tallies.map((tally, i) =>
    tally.finish({ name: labels[i], type: types[i], decimal: formats[i].decimal }),
  )
  const isNumber = (_: unknown, i: number): boolean => types[i] === 'number'
  return {
    columns,
    numberFormats: formats
      .filter(isNumber)
      .filter(({ decimal, group }) => decimal === ',' || group !== ''),
    notes: [
      ...(lean === null ? formats.filter(isNumber).flatMap(noteAmbiguous(tallied)) : []),
      ...columns.flatMap(noteRejected),
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

function guessFormat(
  tally: ColumnTally,
  file: { readonly column: string; readonly lean: '.' | ',' | null; readonly delimiter: string },
): NumberFormatOf {
  const isWhole = tally.groups('.') + tally.groups(',') === ''
  if (isWhole && isUndecided(tally)) return { column: file.column, ...plainFormat }
  // 1,234 alone: where cells are parted by semicolons the comma is the decimal sign.
  const alone = tally.groups('.').includes(',') && file.delimiter === ';' ? ',' : '.'
  const decimal = decideDecimal(tally.evidence(), file.lean ?? alone)
  return { column: file.column, decimal, group: tally.groups(decimal) }
}

function isUndecided(tally: ColumnTally): boolean {
  const { pointOnly, commaOnly } = tally.evidence()
  return pointOnly === 0 && commaOnly === 0
}

function noteAmbiguous({ tallies, labels }: TalliedColumns) {
  return ({ column, decimal }: NumberFormatOf): string[] => {
    const tally = tallies[labels.indexOf(column)]
    const sign = tally.groups('.').includes(',') ? ',' : '.'
    const isPlain = !tally.groups(',').includes('.') && sign === '.'
    if (!isUndecided(tally) || isPlain) return []
    const reading = sign === decimal ? '1.234' : '1234'
    return [`"${column}": 1${sign}234 could be 1.234 or 1234; it is read as ${reading}.`]
  }
}

function noteRejected({ name, nRejected, rejected }: ColumnProfile): string[] {
  const first = rejected[0]
  if (first === undefined) return []
  const cells = nRejected === 1 ? '1 cell is' : `${nRejected} cells are`
  return [
    `"${name}": ${cells} not a number and read as missing, first "${first.text}" on line ${first.line}.`,
  ]
}

import type { RowAccount, SourceProfile } from '../../files/source-profile'
import { formatAmount, formatCount, formatPercent } from '../../ui/number-format'
import { delimiterName, encodingName } from './files.model'
import { formatName } from './format-name'

/** How a file was read, in one sentence: only what its format has. */
export function readingSentence({ options, sheets }: SourceProfile): string {
  const packed = options.isGzip ? ', unpacked from gzip' : ''
  const parts = [`${formatName(options.format)}${packed}`]
  if (options.format === 'text') {
    parts.push(encodingName(options.encoding), `separated by ${delimiterName(options.delimiter)}`)
    if (options.quote !== '"') parts.push(`quoted by ${options.quote}`)
    if (options.escape !== undefined && options.escape !== options.quote)
      parts.push(`escaped by ${options.escape}`)
  }
  if (options.sheet !== null)
    parts.push(`sheet ${options.sheet}${sheets.length > 1 ? ` of ${sheets.length}` : ''}`)
  if (options.format === 'text' || options.format === 'xlsx')
    parts.push(headerWords(options.hasHeader ? options.headerRows : 0))
  const signs = signWords(options.numberFormats)
  if (signs !== null) parts.push(signs)
  return `${parts.join(', ')}.`
}

function headerWords(rows: number): string {
  if (rows === 0) return 'no header'
  return rows === 1 ? 'one header row' : `${rows} header rows`
}

/** The decimal sign that all number columns were read with; `null` where they differ. */
export function commonSign(
  { columns, options }: SourceProfile,
  sign: 'decimal' | 'group',
): string | null {
  const plain = { decimal: '.', group: '' }
  const signs = columns.flatMap(({ name, type }) =>
    type === 'number'
      ? [(options.numberFormats.find(({ column }) => column === name) ?? plain)[sign]]
      : [],
  )
  return new Set(signs).size === 1 ? (signs[0] ?? null) : null
}

/** Said only where a column is written otherwise than with a decimal point and no groups. */
function signWords(formats: SourceProfile['options']['numberFormats']): string | null {
  const first = formats[0]
  if (first === undefined) return null
  const isOne = formats.every(
    ({ decimal, group }) => decimal === first.decimal && group === first.group,
  )
  if (!isOne) return `${formatAmount(formats.length, 'column')} with number signs of their own`
  const group = first.group === '' ? '' : `, thousands by ${groupName(first.group)}`
  return `decimal ${first.decimal === ',' ? 'comma' : 'point'}${group}`
}

export function groupName(group: string): string {
  return groupNames.get(group) ?? group
}

const groupNames: ReadonlyMap<string, string> = new Map([
  ['', 'nothing'],
  ['.', 'point'],
  [',', 'comma'],
  ["'", 'apostrophe'],
  ['\u2019', 'apostrophe'],
  [' ', 'space'],
  ['\u00a0', 'space'],
  ['\u202f', 'space'],
])

export type Confidence = {
  readonly words: string
  /** For whom wants to know: the number, and what it rests on. */
  readonly detail: string
  readonly isLow: boolean
}

export function confidenceOf({ confidence, reason }: SourceProfile['guess']): Confidence {
  const detail = `${formatPercent(confidence)} sure. ${reason}`
  if (confidence >= 0.9) return { words: 'Sure of this guess', detail, isLow: false }
  if (confidence >= 0.6) return { words: 'Fairly sure of this guess', detail, isLow: false }
  return { words: 'Not sure of this guess: check the first rows', detail, isLow: true }
}

/** Where every row of a file went: `52,431 rows = 3 above the table + 1 header + 52,426 data`. */
export function accountSentence(account: RowAccount): string {
  const parts = [
    [account.nAbove, 'above the table'],
    [account.nHeader, 'header'],
    [account.nRepeatedHeader, 'header again'],
    [account.nData, 'data'],
    [account.nBelow, 'below the table'],
  ] as const
  const sum = parts.flatMap(([n, what]) =>
    n === 0 && what !== 'data' ? [] : [`${formatCount(n)} ${what}`],
  )
  return `${formatAmount(account.nRecords, 'row')} = ${sum.join(' + ')}`
}

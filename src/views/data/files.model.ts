import type { Role } from '../../assets/source'
import { needLabels, openNeeds } from '../../state/sources/open-needs'
import type { SourceEntry } from '../../state/sources/sources-slice'
import type { Source } from '../../runs/contract'
import { formatAmount, formatBytes, formatCount, formatPercent } from '../../ui/number-format'

export const roleLabels: Readonly<Record<Role, string>> = {
  sales: 'Sales',
  product_map: 'Product map',
  store_metrics: 'Store metrics',
  external: 'Market data',
}

export const roles: readonly Role[] = ['sales', 'product_map', 'store_metrics', 'external']

const delimiterNames: ReadonlyMap<string, string> = new Map([
  [',', 'comma'],
  [';', 'semicolon'],
  ['\t', 'tab'],
  ['|', 'bar'],
  [' ', 'space'],
])

export function delimiterName(delimiter: string): string {
  const signs = Array.from(delimiter, (sign) => delimiterNames.get(sign) ?? sign)
  return signs.join(' and ')
}

export const delimiters: readonly string[] = [...delimiterNames.keys()]

const encodingNames: ReadonlyMap<string, string> = new Map([
  ['utf-8', 'UTF-8'],
  ['utf-16le', 'UTF-16'],
  ['utf-16be', 'UTF-16 BE'],
  ['windows-1252', 'Windows-1252'],
  ['windows-1250', 'Windows-1250'],
  ['iso-8859-15', 'Latin-9'],
  ['shift_jis', 'Shift JIS'],
])

export function encodingName(encoding: string): string {
  return encodingNames.get(encoding) ?? encoding
}

export const encodings: readonly string[] = [...encodingNames.keys()]

export type FileCell = {
  readonly id: string
  readonly name: string
  readonly role: Role | null
  readonly facts: string
  /** Why this role, or what went wrong. */
  readonly reason: string
  readonly chip: { readonly tone: 'warn' | 'fail'; readonly text: string } | null
}

/** What waits for a person in a file. */
export type OpenPoints = {
  /** Sensitive columns that are features. */
  readonly nToDecide: number
  /** Products that were sold and have no need state. */
  readonly nUnmatched: number
  /** Rows that repeat a store while no rule says what becomes of them. */
  readonly nRepeated: number
}

/** What one cell of the strip of files says. */
export function fileCell(entry: SourceEntry, open: OpenPoints): FileCell {
  const { id, name } = entry
  switch (entry.status) {
    case 'reading':
      return { id, name, role: null, facts: readingFacts(entry), reason: '', chip: null }
    case 'failed':
      return {
        id,
        name,
        role: null,
        facts: 'Not used',
        reason: entry.failure.message,
        chip: { tone: 'fail', text: 'Not read' },
      }
    case 'ready':
      return {
        id,
        name,
        role: entry.source.role,
        facts: factsOf(entry.source),
        reason: withoutStop(entry.reason),
        chip: chipOf(entry.source, open),
      }
  }
}

function readingFacts({
  bytesDone,
  bytesTotal,
}: {
  bytesDone: number
  bytesTotal: number
}): string {
  const share = bytesTotal === 0 ? 0 : bytesDone / bytesTotal
  return `Reading, ${formatPercent(share)} of ${formatBytes(bytesTotal)}`
}

export function factsOf({ profile }: Source): string {
  const { options } = profile
  return [
    formatAmount(profile.nRows, 'row'),
    formatBytes(profile.size),
    encodingName(options.encoding),
    delimiterName(options.delimiter),
  ].join(', ')
}

/** `1 row repeats a store of another row.` */
export function repeatedText(nRepeated: number): string {
  const verb = nRepeated === 1 ? 'repeats' : 'repeat'
  return `${formatAmount(nRepeated, 'row')} ${verb} a store of another row.`
}

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '')
}

function chipOf(
  source: Source,
  { nToDecide, nUnmatched, nRepeated }: OpenPoints,
): FileCell['chip'] {
  const [open] = openNeeds(source)
  if (open !== undefined)
    return { tone: 'warn', text: `Which is the ${needLabels[open].toLowerCase()}?` }
  if (nRepeated > 0) return { tone: 'warn', text: 'Stores repeat' }
  if (source.role === 'product_map' && nUnmatched > 0)
    return { tone: 'warn', text: `${formatAmount(nUnmatched, 'product')} missing` }
  if (nToDecide > 0) return { tone: 'warn', text: `${formatCount(nToDecide)} to decide` }
  const nRejected = source.profile.columns.reduce((sum, column) => sum + column.nRejected, 0)
  if (nRejected > 0) return { tone: 'warn', text: `${formatCount(nRejected)} unreadable` }
  return null
}

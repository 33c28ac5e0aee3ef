import type { Role, SourceColumns } from '../../assets/spec'
import type { SourceEntry } from '../../state/sources-slice'
import type { Source } from '../../runs/contract'
import { formatAmount, formatBytes, formatCount, formatPercent } from '../../ui/number-format'

export const roleLabels: Readonly<Record<Role, string>> = {
  sales: 'Sales',
  product_map: 'Product map',
  store_metrics: 'Store metrics',
  external: 'Market data',
}

export const roles: readonly Role[] = ['sales', 'product_map', 'store_metrics', 'external']

type Need = keyof SourceColumns

export const needLabels: Readonly<Record<Need, string>> = {
  store: 'Store',
  product: 'Product',
  category: 'Category',
  value: 'Money',
  group: 'Need state',
}

/** Columns that a role asks for; without the needed ones the file cannot be used. */
export const needsOfRole: Readonly<
  Record<Role, readonly { readonly need: Need; readonly isNeeded: boolean }[]>
> = {
  sales: [
    { need: 'store', isNeeded: true },
    { need: 'product', isNeeded: true },
    { need: 'value', isNeeded: true },
    { need: 'category', isNeeded: false },
  ],
  product_map: [
    { need: 'product', isNeeded: true },
    { need: 'group', isNeeded: true },
  ],
  store_metrics: [
    { need: 'store', isNeeded: true },
    { need: 'category', isNeeded: false },
  ],
  external: [{ need: 'store', isNeeded: true }],
}

/** Needed columns that nobody has named yet. */
export function openNeeds(source: Source): readonly Need[] {
  return needsOfRole[source.role]
    .filter(({ need, isNeeded }) => isNeeded && source.columns[need] === null)
    .map(({ need }) => need)
}

const delimiterNames: ReadonlyMap<string, string> = new Map([
  [',', 'comma'],
  [';', 'semicolon'],
  ['\t', 'tab'],
  ['|', 'bar'],
  [' ', 'space'],
])

export function delimiterName(delimiter: string): string {
  return delimiterNames.get(delimiter) ?? delimiter
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

/** What one cell of the strip of files says: `nToDecide` columns wait for a person, `nUnmatched` products have no need state. */
export function fileCell(
  entry: SourceEntry,
  { nToDecide, nUnmatched }: { readonly nToDecide: number; readonly nUnmatched: number },
): FileCell {
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
        chip: chipOf(entry.source, { nToDecide, nUnmatched }),
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

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '')
}

function chipOf(
  source: Source,
  { nToDecide, nUnmatched }: { readonly nToDecide: number; readonly nUnmatched: number },
): FileCell['chip'] {
  const [open] = openNeeds(source)
  if (open !== undefined)
    return { tone: 'warn', text: `Which is the ${needLabels[open].toLowerCase()}?` }
  if (source.role === 'product_map' && nUnmatched > 0)
    return { tone: 'warn', text: `${formatAmount(nUnmatched, 'product')} missing` }
  if (nToDecide > 0) return { tone: 'warn', text: `${formatCount(nToDecide)} to decide` }
  const nRejected = source.profile.columns.reduce((sum, column) => sum + column.nRejected, 0)
  if (nRejected > 0) return { tone: 'warn', text: `${formatCount(nRejected)} unreadable` }
  return null
}

import type { Role } from '../../assets/source'
import type { FileChange } from '../../state/sources/file-change'
import { needLabels, openNeeds } from '../../state/sources/open-needs'
import { seenProfile } from '../../state/sources/seen-profile'
import type { SourceEntry } from '../../state/sources/sources-slice'
import type { Source } from '../../runs/contract'
import { formatAmount, formatBytes, formatCount } from '../../ui/number-format'
import { formatName } from './format-name'
import { nRejectedOf } from './rejected.model'

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

/** `comma`, or `comma and space` for a delimiter of several signs. */
export function delimiterName(delimiter: string): string {
  const signs = Array.from(delimiter, (sign) => delimiterNames.get(sign) ?? sign)
  return signs.join(' and ')
}

export const delimiters: readonly string[] = [...delimiterNames.keys(), ', ']

/** Labels that TextDecoder knows, with the names that people know. */
const encodingNames: ReadonlyMap<string, string> = new Map([
  ['utf-8', 'UTF-8'],
  ['utf-16le', 'UTF-16'],
  ['utf-16be', 'UTF-16 BE'],
  ['windows-1252', 'Windows-1252, Western'],
  ['iso-8859-15', 'ISO-8859-15, Western with euro'],
  ['windows-1250', 'Windows-1250, Central European'],
  ['iso-8859-2', 'ISO-8859-2, Central European'],
  ['windows-1251', 'Windows-1251, Cyrillic'],
  ['iso-8859-5', 'ISO-8859-5, Cyrillic'],
  ['koi8-r', 'KOI8-R, Cyrillic'],
  ['ibm866', 'IBM866, Cyrillic'],
  ['windows-1253', 'Windows-1253, Greek'],
  ['iso-8859-7', 'ISO-8859-7, Greek'],
  ['windows-1254', 'Windows-1254, Turkish'],
  ['windows-1255', 'Windows-1255, Hebrew'],
  ['windows-1256', 'Windows-1256, Arabic'],
  ['windows-1257', 'Windows-1257, Baltic'],
  ['windows-1258', 'Windows-1258, Vietnamese'],
  ['windows-874', 'Windows-874, Thai'],
  ['shift_jis', 'Shift JIS, Japanese'],
  ['euc-jp', 'EUC-JP, Japanese'],
  ['gbk', 'GBK, Chinese simplified'],
  ['gb18030', 'GB18030, Chinese simplified'],
  ['big5', 'Big5, Chinese traditional'],
  ['euc-kr', 'EUC-KR, Korean'],
  ['macintosh', 'Mac Roman'],
])

/** Without what it is for: `Windows-1252`. */
export function encodingName(encoding: string): string {
  return encodingLabel(encoding).split(',')[0] ?? encoding
}

export function encodingLabel(encoding: string): string {
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
  /** It is being read, and that can be stopped. */
  readonly isReading: boolean
}

/** What waits for a person in a file. */
export type OpenPoints = {
  /** Sensitive columns that are features. */
  readonly nToDecide: number
  /** Products that were sold and have no need state. */
  readonly nUnmatched: number
  /** Rows that repeat a store while no rule says what becomes of them. */
  readonly nRepeated: number
  /** Another file on the desk with the same bytes. */
  readonly sameAs: string | null
}

/** The first other file on the desk with the same bytes. */
export function sameBytes(entry: SourceEntry, entries: readonly SourceEntry[]): string | null {
  if (entry.status !== 'ready') return null
  const { digest } = entry.source.profile
  const same = entries.find(
    (other) =>
      other.status === 'ready' && other.id !== entry.id && other.source.profile.digest === digest,
  )
  return same?.name ?? null
}

/** What one cell of the strip of files says. */
export function fileCell(entry: SourceEntry, open: OpenPoints): FileCell {
  const { id, name } = entry
  const isReading = entry.status === 'reading'
  switch (entry.status) {
    case 'reading':
      return {
        id,
        name,
        role: entry.before?.source.role ?? null,
        facts: readingFacts(entry),
        reason: '',
        chip: null,
        isReading,
      }
    case 'failed':
      return {
        id,
        name,
        role: null,
        facts: 'Not used',
        reason: entry.failure.message,
        chip: { tone: 'fail', text: 'Not read' },
        isReading,
      }
    case 'lost':
      return {
        id,
        name,
        role: null,
        facts: sizeOf(entry.source),
        reason: 'No copy of it is kept in this browser',
        chip: { tone: 'warn', text: 'Choose again' },
        isReading,
      }
    case 'ready':
      return {
        id,
        name,
        role: entry.source.role,
        facts: factsOf(entry.source),
        reason: reasonOf(entry, open),
        chip: chipOf(entry, open),
        isReading,
      }
  }
}

type ReadyEntry = Extract<SourceEntry, { readonly status: 'ready' }>

/** What is wrong goes before why it has its role. */
function reasonOf({ source, reason, change }: ReadyEntry, { sameAs }: OpenPoints): string {
  if (sameAs !== null) return `The same bytes as ${sameAs}: remove one of the two`
  if (change === undefined) return withoutStop(reason)
  const gone = lostOf(source, change)
  if (gone !== undefined) return `${gone.name} is gone: choose another column`
  return 'In the place of an earlier file'
}

/** A column in use that went with the earlier file and has no other in its place. */
function lostOf({ columns }: Source, change: FileChange) {
  return change.lost.find(({ need }) => columns[need] === null)
}

type ReadingEntry = Extract<SourceEntry, { readonly status: 'reading' }>

function readingFacts({ bytesDone, bytesTotal }: ReadingEntry): string {
  return `Reading, ${formatBytes(bytesDone)} of ${formatBytes(bytesTotal)}`
}

export function factsOf(source: Source): string {
  const { options, sheets } = source.profile
  const how =
    options.format === 'text'
      ? [encodingName(options.encoding), delimiterName(options.delimiter)]
      : options.sheet === null
        ? [formatName(options.format)]
        : [`sheet ${sheets.indexOf(options.sheet) + 1} of ${sheets.length}`]
  return [sizeOf(source), ...how].join(', ')
}

function sizeOf({ profile }: Pick<Source, 'profile'>): string {
  return `${formatAmount(profile.nRows, 'row')}, ${formatBytes(profile.size)}`
}

/** `1 row repeats a store of another row.` */
export function repeatedText(nRepeated: number): string {
  const verb = nRepeated === 1 ? 'repeats' : 'repeat'
  return `${formatAmount(nRepeated, 'row')} ${verb} a store of another row.`
}

type Repeated = {
  readonly files: readonly { readonly repeated: number }[]
  readonly nIdenticalRows: number
}

/** `The last run found 3 such rows in all external files: 1 equal in every cell, 2 that differ.` */
export function identicalSentence({ files, nIdenticalRows }: Repeated): string {
  const n = files.reduce((sum, { repeated }) => sum + repeated, 0)
  const nDiffer = n - nIdenticalRows
  return `The last run found ${formatAmount(n, 'such row')} in all external files: ${formatCount(nIdenticalRows)} equal in every cell, ${formatCount(nDiffer)} that ${nDiffer === 1 ? 'differs' : 'differ'}.`
}

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '')
}

/** A note to look at: lines were repaired or left out, or numbers could be read another way. */
export function asksForLook(note: string): boolean {
  return /\blines? \d|: \S+ could be \S/.test(note)
}

function chipOf(
  { source, change }: ReadyEntry,
  { nToDecide, nUnmatched, nRepeated, sameAs }: OpenPoints,
): FileCell['chip'] {
  const [open] = openNeeds(source)
  if (open !== undefined)
    return { tone: 'warn', text: `Which is the ${needLabels[open].toLowerCase()}?` }
  if (change !== undefined && lostOf(source, change) !== undefined)
    return { tone: 'warn', text: 'Column gone' }
  if (sameAs !== null) return { tone: 'warn', text: 'Here twice' }
  if (nRepeated > 0) return { tone: 'warn', text: 'Stores repeat' }
  if (source.role === 'product_map' && nUnmatched > 0)
    return { tone: 'warn', text: `${formatCount(nUnmatched)} not mapped` }
  if (nToDecide > 0) return { tone: 'warn', text: `${formatCount(nToDecide)} to decide` }
  const profile = seenProfile(source)
  const nRejected = nRejectedOf(profile)
  if (nRejected > 0) return { tone: 'warn', text: `${formatCount(nRejected)} unreadable` }
  const nRepairs = profile.notes.filter(asksForLook).length
  if (nRepairs > 0) return { tone: 'warn', text: formatAmount(nRepairs, 'note') }
  return null
}

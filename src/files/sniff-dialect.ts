import { readCell } from '../table/read-cell'
import type { Dialect } from './dialect'
import { createCellSplitter } from './split-cells'
import { createRecordSplitter } from './split-records'
import type { ReadOverrides } from './source-profile'

/** The head of a file read by one dialect: `lines[i]` is the line on which `rows[i]` starts. */
export type HeadRows = {
  readonly dialect: Dialect
  readonly rows: readonly (readonly string[])[]
  readonly lines: readonly number[]
  /** The most common number of cells in a row. */
  readonly width: number
}

export type DialectGuess = HeadRows & { readonly confidence: number }

export type Head = {
  readonly text: string
  /** The head is the whole file, so its last record is complete. */
  readonly isWhole: boolean
}

const delimiters = [',', ';', '\t', '|', ', '] as const
const maxText = 1 << 16

/**
 * The delimiter, quote and escape under which the rows of the head agree most on their number of
 * cells and the cells look like values. What the user fixed is not guessed. A `sep=` line decides.
 */
export function sniffDialect(head: Head, overrides: ReadOverrides): DialectGuess {
  const sample: Head = {
    text: head.text.slice(0, maxText),
    isWhole: head.isWhole && head.text.length <= maxText,
  }
  const declared = overrides.delimiter ?? declaredDelimiter(sample.text)
  const candidates = (declared === null ? delimiters : [declared]).flatMap((delimiter) =>
    quotesFor(sample.text, delimiter, overrides).map((quoting) => ({ delimiter, ...quoting })),
  )
  const scored = candidates.map((dialect) => {
    const read = readHead(sample, dialect, overrides.skipLines ?? 0)
    return { read, score: scoreRows(read) }
  })
  // In the order of preference: a later candidate must be better, or it is ", " and as good as ",".
  const best = scored.reduce((best, next) => (isBetter(next, best) ? next : best))
  return { ...best.read, confidence: best.score }
}

type Scored = { readonly read: HeadRows; readonly score: number }

function isBetter(next: Scored, best: Scored): boolean {
  const isSpaced =
    next.read.dialect.delimiter === ', ' &&
    best.read.dialect.delimiter === ',' &&
    next.read.width === best.read.width &&
    next.read.width > 1
  return isSpaced ? next.score >= best.score : next.score > best.score
}

/** The delimiter of a first line like `sep=;`, which Excel writes and understands. */
export function declaredDelimiter(text: string): string | null {
  return /^"?sep=(.)"?(?:\r|\n|$)/i.exec(text)?.[1] ?? null
}

/** Only what the text gives evidence of: a quote `'` or a backslash escape is rare. */
function quotesFor(
  text: string,
  delimiter: string,
  overrides: ReadOverrides,
): readonly Pick<Dialect, 'quote' | 'escape'>[] {
  const { quote, escape } = overrides
  if (escape !== undefined) return [{ quote: quote ?? '"', escape }]
  if (quote !== undefined) return [{ quote }]
  const opened = (quote: string): number =>
    text.split(delimiter + quote).length + text.split(`\n${quote}`).length - 2
  const quotings: Pick<Dialect, 'quote' | 'escape'>[] = [{ quote: '"' }]
  if (text.includes('\\"')) quotings.push({ quote: '"', escape: '\\' })
  if (opened("'") > opened('"')) quotings.push({ quote: "'" })
  return quotings
}

function readHead(head: Head, dialect: Dialect, skipLines: number): HeadRows {
  const records = createRecordSplitter(dialect, skipLines)
  const splitCells = createCellSplitter(dialect)
  const block = records.push(head.text)
  const last = head.isWhole ? records.end() : { text: '', lines: [] }
  const rows = [...splitCells(block.text), ...splitCells(last.text)]
  return { dialect, rows, lines: [...block.lines, ...last.lines], width: commonWidth(rows) }
}

function commonWidth(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>()
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1)
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])
  return ranked[0]?.[0] ?? 1
}

/** 0 for a single column, else agreement squared times the share of clean cells. */
function scoreRows({ rows, width }: HeadRows): number {
  if (width < 2) return 0
  const agreeing = rows.filter((row) => row.length === width)
  const share = agreeing.length / rows.length
  const sample = agreeing.slice(0, 200).flat()
  const nClean = sample.filter(isClean).length
  return share * share * (nClean / sample.length)
}

/** A value, or words without any sign that tells of a wrong delimiter, quote or escape. */
function isClean(cell: string): boolean {
  if (!/[,;\t|\r\n]|^["']|\\"/.test(cell)) return true
  const reading = readCell(cell)
  return reading.point !== null || reading.comma !== null
}

import { readCell } from '../table/read-cell'
import { countOf } from './count-of'
import type { Dialect } from './dialect'
import { readHead, type Head, type HeadRows } from './read-head'
import type { ReadOverrides, SourceProfile } from './source-profile'

export type DialectGuess = HeadRows & SourceProfile['guess']

/** In the order of preference. */
const usual = [',', ';', '\t', '|']
/** The same signs with blanks around them: as good as the sign alone, and without padded cells. */
const spaced = [', ', '; ', '| ', ' , ', ' ; ', ' | ']
/** Of these the single sign leaves an empty cell between any two. */
const doubled = ['||', '::']
/** Signs that part cells in some files, and stand in the text of many: only with better evidence. */
const rare = [' ', '\u0001', '\u001f', '^', '~', '\u00a6', '\u00a7', ':', '::']
const maxText = 1 << 16
const nScored = 200

/**
 * The delimiter, quote and escape under which the rows of the head agree most on their number of
 * cells and the cells look like values. What the user fixed is not guessed. A `sep=` line decides.
 */
export function sniffDialect(head: Head, overrides: ReadOverrides): DialectGuess {
  const sample: Head = {
    text: head.text.slice(0, maxText),
    isWhole: head.isWhole && head.text.length <= maxText,
  }
  const skipLines = overrides.skipLines ?? 0
  const declared = overrides.delimiter ?? declaredDelimiter(sample.text)
  const tryAll = (delimiters: readonly string[]): Scored[] =>
    delimiters.flatMap((delimiter) =>
      quotesFor(sample.text, delimiter, overrides).map((quoting) => {
        const read = readHead(sample, { dialect: { delimiter, ...quoting }, skipLines, width: 0 })
        return { read, score: scoreRows(read) }
      }),
    )
  // A sign that is nowhere parts nothing; one of them stands for a table of one column.
  const present = usual.filter((sign, i) => i === 0 || sample.text.includes(sign))
  const longer = [...spaced, '||'].filter((sign) => isInManyLines(sample.text, sign))
  const likely = [...present, ...longer]
  const scored = tryAll(declared === null ? likely : [declared])
  if (declared === null && !scored.some(isGood)) {
    scored.push(...tryAll(rare.filter((sign) => isInManyLines(sample.text, sign))).filter(isStrong))
  }
  // A later candidate must be better, or it is ", " and as good as ",".
  const best = scored.reduce((best, next) => (isBetter(next, best) ? next : best))
  const { dialect, width } = best.read
  // The width matters to quotes alone.
  const read = sample.text.includes(dialect.quote)
    ? readHead(sample, { dialect, skipLines, width })
    : best.read
  return { ...read, ...explain(best, scored, declared) }
}

type Scored = { readonly read: HeadRows; readonly score: number }

/**
 * Such a usual sign leaves no need to look at the rare ones. One that does not part the first row may
 * be the decimal comma of a file whose cells are parted by another.
 */
function isGood({ read: { rows, width }, score }: Scored): boolean {
  return score >= 0.5 && rows[0].length === width
}

function isBetter(next: Scored, best: Scored): boolean {
  const { dialect, width } = next.read
  const widthBySign = doubled.includes(dialect.delimiter) ? 2 * width - 1 : width
  const isLonger =
    signOf(next) === signOf(best) &&
    dialect.delimiter.length > best.read.dialect.delimiter.length &&
    widthBySign === best.read.width &&
    width > 1
  return isLonger ? next.score >= best.score : next.score > best.score
}

/** The sign that a delimiter is made of: without the blanks around it, if it is not a blank itself. */
function signOf({ read: { dialect } }: Scored): string {
  const sign = dialect.delimiter.trim() || dialect.delimiter
  return doubled.includes(sign) ? sign.slice(1) : sign
}

/** A rare sign must part all rows alike, and leave values in some column of them. */
function isStrong({ read: { dialect, rows, width } }: Scored): boolean {
  // A colon stands in every time of day: the names of the columns must be parted by it too.
  if (dialect.delimiter === ':' && (rows[0]?.length !== width || rows[0].some(isNumber)))
    return false
  const body = rows.slice(1, nScored).filter((row) => row.length === width)
  if (width < 2 || body.length < 2 || body.length < 0.9 * (Math.min(rows.length, nScored) - 1)) {
    return false
  }
  return body[0].some((_, i) => body.every((row) => row[i] === '' || isNumber(row[i])))
}

function isInManyLines(text: string, sign: string): boolean {
  return text.split(/[\r\n]+/, 20).filter((line) => line.includes(sign)).length > 1
}

/** The delimiter of a first line like `sep=;`, which Excel writes and understands. */
function declaredDelimiter(text: string): string | null {
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

/**
 * 0 for a single column, else the agreement times the share of clean cells. Two tables in one file
 * agree each with itself: counted is the share of the width squared, or that of equal neighbours.
 */
function scoreRows({ rows, width }: HeadRows): number {
  if (width < 2) return 0
  const agreeing = rows.filter((row) => row.length === width)
  const share = agreeing.length / rows.length
  const isLikeNext = (row: readonly string[], i: number): boolean =>
    row.length > 1 && row.length === rows[i + 1]?.length
  const likeNext = rows.filter(isLikeNext).length / Math.max(1, rows.length - 1)
  const sample = agreeing.slice(0, nScored).flat()
  const nClean = sample.filter(isClean).length
  return Math.max(share * share, likeNext) * (nClean / sample.length)
}

/** A value, or words without any sign that tells of a wrong delimiter, quote or escape. */
function isClean(cell: string): boolean {
  return !/[,;\t|\r\n]|^["']|\\"/.test(cell) || isNumber(cell)
}

function isNumber(cell: string): boolean {
  const reading = readCell(cell)
  return reading.point !== null || reading.comma !== null
}

/** How sure the guess is: what the rows agree on, less where another sign does nearly as well. */
function explain(
  best: Scored,
  scored: readonly Scored[],
  declared: string | null,
): SourceProfile['guess'] {
  const { rows, width, dialect } = best.read
  const nAgreeing = rows.filter((row) => row.length === width).length
  const sign = nameOf(dialect.delimiter)
  const shape = `${nAgreeing} of ${countOf(rows.length, 'row')} at the start have ${countOf(width, 'cell')}`
  if (declared !== null) return { confidence: 1, reason: `Parted by ${sign}, as said: ${shape}.` }
  if (width < 2) {
    return { confidence: 0.5, reason: 'No sign parts the rows alike: read as one column.' }
  }
  const others = scored.filter((other) => signOf(other) !== signOf(best))
  const next = others.reduce<Scored | null>(
    (top, other) => (other.score > (top?.score ?? 0) ? other : top),
    null,
  )
  const share = nAgreeing / rows.length
  const confidence = share * (1 - (next?.score ?? 0) / best.score / 2)
  const reason = `Parted by ${sign}, ${shape}; ${
    next === null
      ? 'no other sign parts them alike.'
      : `the next best, ${nameOf(next.read.dialect.delimiter)}, gives ${countOf(next.read.width, 'cell')}.`
  }`
  return { confidence: Math.max(0, Math.min(1, confidence)), reason }
}

const names: ReadonlyMap<string, string> = new Map([
  [',', 'commas'],
  [';', 'semicolons'],
  ['\t', 'tabs'],
  ['|', 'bars'],
  ['||', 'double bars'],
  ['::', 'double colons'],
  [' ', 'spaces'],
])

function nameOf(delimiter: string): string {
  if (!spaced.includes(delimiter)) return names.get(delimiter) ?? JSON.stringify(delimiter)
  const name = nameOf(delimiter.trim())
  return delimiter.startsWith(' ') ? `${name} between spaces` : `${name} with a space`
}

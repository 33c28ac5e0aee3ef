import { escapeOf, type Dialect } from './dialect'

/**
 * How a quote at the start of a cell is taken. `plain`: as text. `closed`: it opens the cell where
 * another one closes it on this line. `lone`: as `closed`, but not where a second cell would open
 * inside, `,"a` after a first quote. `well`: it opens the cell, and every quote inside is escaped.
 */
type Reading = 'plain' | 'closed' | 'lone' | 'well'

const readings = ['lone', 'closed', 'plain'] as const

/**
 * The cells of one line on which a quote is not closed, or closes where it should not. Three ways to
 * read it are tried, and the first that gives `width` cells is taken; where none does, quotes that
 * pair up are kept. `width` is 0 where it is not known.
 */
export function repairLine(line: string, dialect: Dialect, width: number): readonly string[] {
  let first: readonly string[] | null = null
  for (const reading of readings) {
    const cells = readLine(line, dialect, reading) ?? []
    if (cells.length === width || width === 0) return cells
    first ??= cells
  }
  return first ?? []
}

/** True where every quoted cell closes on the line, with nothing but escaped quotes inside. */
export function isWellQuoted(line: string, dialect: Dialect): boolean {
  return readLine(line, dialect, 'well') !== null
}

/** `null` for a line that is not well quoted, if that is asked. */
function readLine(line: string, dialect: Dialect, reading: Reading): readonly string[] | null {
  const { delimiter, quote } = dialect
  const cells: string[] = []
  let at = 0
  // Where one quote finds no other to close it, no later one does: they are not looked for again.
  let isSpent = false
  for (;;) {
    const isQuoted = reading !== 'plain' && line.startsWith(quote, at)
    const close: number = isQuoted ? findClose(line, at, { dialect, isSpent, reading }) : none
    if (isQuoted && close < 0 && reading === 'well') return null
    isSpent ||= close === none && isQuoted
    const end = line.indexOf(delimiter, close < 0 ? at : close)
    const stop = end === -1 ? line.length : end
    cells.push(close < 0 ? line.slice(at, stop) : unquote(line.slice(at + 1, close), dialect))
    if (end === -1) return cells
    at = end + delimiter.length
  }
}

const none = -1
const reopened = -2

type Search = { readonly dialect: Dialect; readonly isSpent: boolean; readonly reading: Reading }

/** The quote that closes the one at `open`; `none`, or `reopened` where another cell opens first. */
function findClose(line: string, open: number, { dialect, isSpent, reading }: Search): number {
  const { delimiter, quote } = dialect
  const escape = escapeOf(dialect)
  let at = open + 1
  for (;;) {
    const found = line.indexOf(quote, at)
    // Only the quotes right behind the first one are looked at again.
    if (found === -1 || (isSpent && found > at)) return none
    if (escape === quote && line[found + 1] === quote) {
      at = found + 2
      continue
    }
    at = found + 1
    if (escape !== quote && line[found - 1] === escape) continue
    const rest = line.slice(at, at + maxBlanks).trimStart()
    const isAtEnd = rest === '' && at + maxBlanks >= line.length
    // A delimiter of blanks is trimmed away with them.
    if (isAtEnd || rest.startsWith(delimiter) || line.startsWith(delimiter, at)) return found
    if (reading === 'well') return reopened
    if (reading === 'lone' && line.startsWith(delimiter, found - delimiter.length)) return reopened
  }
}

/** So many blanks may stand between a closing quote and the delimiter of a damaged line. */
const maxBlanks = 16

function unquote(text: string, dialect: Dialect): string {
  return text.replaceAll(escapeOf(dialect) + dialect.quote, dialect.quote)
}

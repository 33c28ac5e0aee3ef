import { escapeOf, type Dialect } from './dialect'

/**
 * Finds where records end in a text that grows at its end. Quotes open only at the start of a cell
 * and close by PapaParse's rules: a quote before a delimiter or a line end, blanks between allowed;
 * any other quote inside belongs to the cell, and makes the record an odd one.
 */
export type RecordScanner = {
  /** Tells that text was dropped at the front (`nDropped` characters) or added at the end. */
  readonly replaceText: (text: string, nDropped: number) => void
  /** Begins a record at an index. */
  readonly begin: (start: number) => void
  /**
   * Index of the line end that ends the record, `notYet` while it is not in the text, `runaway`
   * where a quote stays open for longer than any cell may be, or to the end of the file.
   */
  readonly findEnd: (isLast: boolean) => number
  /** How far the text was read in vain where the answer is `runaway`. */
  readonly runawayEnd: () => number
  /** True where the record has had a quoted cell: only then can it hold line ends. */
  readonly hasQuotes: () => boolean
  /** True where a quoted cell of the record holds a quote that is neither escaped nor closes it. */
  readonly isOdd: () => boolean
}

export const notYet = -1
export const runaway = -2
/** A quoted cell of `maxCellLength` signs may be twice as long as written, all of them escaped. */
const maxQuoted = 65_536

export function createRecordScanner(dialect: Dialect): RecordScanner {
  const { delimiter, quote } = dialect
  const escape = escapeOf(dialect)
  const finders = [quote, delimiter, '\n', '\r'].map(createFinder)
  const [nextQuote, nextDelimiter, nextLineFeed, nextReturn] = finders
  let text = ''
  /** Outside quotes always the start of a cell, or the end of one that was quoted. */
  let at = 0
  let quoteAt = -1
  let hadQuotes = false
  let isOdd = false

  /** Moves behind the cell's closing quote; else what `findEnd` answers. */
  const closeQuote = (isLast: boolean): true | typeof notYet | typeof runaway => {
    for (;;) {
      const found = text.indexOf(quote, at)
      at = found === -1 ? Math.max(at, text.length) : found
      if (at - quoteAt > maxQuoted) return runaway
      if (found === -1) return isLast ? runaway : notYet
      const isEscaped = escape === quote ? text[found + 1] === quote : text[found - 1] === escape
      if (isEscaped) {
        at = found + (escape === quote ? 2 : 1)
        continue
      }
      const after = skipBlanks(found + 1)
      if (after + delimiter.length > text.length && !isLast) return notYet
      if (after >= text.length || isBoundary(after)) {
        at = after
        quoteAt = -1
        return true
      }
      isOdd = true
      at = found + 2
    }
  }
  const skipBlanks = (from: number): number => {
    let after = from
    while (after < text.length && !isBoundary(after) && text[after].trim() === '') after++
    return after
  }
  const isBoundary = (index: number): boolean =>
    text[index] === '\n' || text[index] === '\r' || text.startsWith(delimiter, index)

  return {
    replaceText: (grown, nDropped) => {
      text = grown
      at -= nDropped
      if (quoteAt !== -1) quoteAt -= nDropped
      for (const finder of finders) finder.forget()
    },
    begin: (start) => {
      // Back to before what was searched, after a repair.
      if (start < at) for (const finder of finders) finder.forget()
      at = start
      quoteAt = -1
      hadQuotes = false
      isOdd = false
    },
    findEnd: (isLast) => {
      for (;;) {
        const closed = quoteAt === -1 || closeQuote(isLast)
        if (closed !== true) return closed
        const end = Math.min(nextLineFeed.next(text, at), nextReturn.next(text, at))
        const quoted = nextQuote.next(text, at)
        if (quoted === at) {
          quoteAt = at++
          hadQuotes = true
          continue
        }
        const cellEnd = quoted < end ? nextDelimiter.next(text, at) : Infinity
        if (cellEnd < end) at = cellEnd + delimiter.length
        else if (end < Infinity) return end
        else return isLast ? text.length : notYet
      }
    },
    runawayEnd: () => Math.min(text.length, quoteAt + maxQuoted),
    hasQuotes: () => hadQuotes,
    isOdd: () => isOdd,
  }
}

type Finder = {
  readonly next: (text: string, at: number) => number
  readonly forget: () => void
}

/** `indexOf` that remembers its last answer; Infinity where there is none. */
function createFinder(sign: string): Finder {
  let found = -1
  return {
    next: (text, at) => {
      if (found < at) {
        const index = text.indexOf(sign, at)
        found = index === -1 ? Infinity : index
      }
      return found
    },
    forget: () => {
      found = -1
    },
  }
}

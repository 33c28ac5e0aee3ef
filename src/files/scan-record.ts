import { escapeOf, type Dialect } from './dialect'

/**
 * Finds where records end in a text that grows at its end. Quotes open only at the start of a cell
 * and close by PapaParse's rules: a quote before a delimiter or a line end, blanks between allowed;
 * any other quote inside belongs to the cell.
 */
export type RecordScanner = {
  /** Tells that text was dropped at the front (`nDropped` characters) or added at the end. */
  readonly replaceText: (text: string, nDropped: number) => void
  /** Begins a record at an index. */
  readonly begin: (start: number) => void
  /** Index of the line end that ends the record, or -1 while it is not in the text yet. */
  readonly findEnd: (isLast: boolean) => number
  /** Where the open quote is, or -1 outside quotes. */
  readonly openQuote: () => number
  /** True where the record has had a quoted cell: only then can it hold line ends. */
  readonly hasQuotes: () => boolean
}

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

  /** Moves behind the cell's closing quote; false while that cannot be told yet. */
  const closeQuote = (isLast: boolean): boolean => {
    for (;;) {
      const found = text.indexOf(quote, at)
      at = found === -1 ? Math.max(at, text.length) : found
      if (found === -1) return false
      const isEscaped = escape === quote ? text[found + 1] === quote : text[found - 1] === escape
      if (isEscaped) {
        at = found + (escape === quote ? 2 : 1)
        continue
      }
      const after = skipBlanks(found + 1)
      if (after + delimiter.length > text.length && !isLast) return false
      if (after >= text.length || isBoundary(after)) {
        at = after
        quoteAt = -1
        return true
      }
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
      at = start
      quoteAt = -1
      hadQuotes = false
    },
    findEnd: (isLast) => {
      for (;;) {
        if (quoteAt !== -1 && !closeQuote(isLast)) return -1
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
        else return isLast ? text.length : -1
      }
    },
    openQuote: () => quoteAt,
    hasQuotes: () => hadQuotes,
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

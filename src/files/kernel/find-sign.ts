const ones = 0x01_01_01_01
const highBits = 0x80_80_80_80
const quotes = 0x22_22_22_22
const blanks = 0x20_20_20_20

/** A sign of ASCII four times in one word. */
export function wordOfSign(sign: string): number {
  return Math.imul(sign.charCodeAt(0), ones)
}

/**
 * Where the next delimiter, quote or sign of control is, from `at` on: four bytes at a time. A byte
 * of a word is zero where taking 1 from each of its bytes sets a high bit that was not set, and less
 * than a blank where taking a blank does (Warren, Hacker's Delight, 6-1); the lowest such bit is right,
 * those above it may follow from a borrow. A zero must stand behind the last byte.
 */
export function findSign(view: DataView, at: number, delimiters: number): number {
  for (;;) {
    const word = view.getInt32(at, true)
    const noDelimiter = word ^ delimiters
    const noQuote = word ^ quotes
    const found =
      (((noDelimiter - ones) & ~noDelimiter) |
        ((noQuote - ones) & ~noQuote) |
        ((word - blanks) & ~word)) &
      highBits
    if (found !== 0) return at + ((31 - Math.clz32(found & -found)) >> 3)
    at += 4
  }
}

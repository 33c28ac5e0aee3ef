/** Cells that mean missing besides the empty one, compared without case. Never applied to ids. */
export const defaultNullTokens: readonly string[] = [
  'NA',
  'N/A',
  'null',
  'None',
  'NaN',
  '#N/A',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#NULL!',
  '-',
  '?',
]

const sheetErrors = new Set(['#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#NULL!'])

/** A formula that failed in a spreadsheet; `#N/A` is not one, people write it for missing. */
export function isSheetError(text: string): boolean {
  return sheetErrors.has(text.trim().toUpperCase())
}

/** A test for missing cells: empty, blank, or one of the tokens. */
export function createNullTest(tokens: readonly string[]): (text: string) => boolean {
  const known = new Set(tokens.map((token) => token.trim().toLowerCase()))
  const longest = tokens.reduce((length, token) => Math.max(length, token.length), 0)
  const mayBegin = firstSigns(known)
  return (text) => {
    if (text === '') return true
    // Nearly every present cell ends here: its first sign begins no token.
    const first = text.charCodeAt(0)
    if (first < mayBegin.length && mayBegin[first] === 0) return false
    const trimmed = text.trim()
    return trimmed === '' || (trimmed.length <= longest && known.has(trimmed.toLowerCase()))
  }
}

/** 1 for each ASCII code with which a token, or blanks before one, may begin. */
function firstSigns(tokens: Iterable<string>): Uint8Array {
  const mayBegin = new Uint8Array(128)
  for (const sign of ' \t\n\v\f\r') mayBegin[sign.charCodeAt(0)] = 1
  for (const token of tokens) {
    for (const sign of [token, token.toUpperCase()]) {
      const code = sign.charCodeAt(0)
      if (code < mayBegin.length) mayBegin[code] = 1
      // A token that begins beyond ASCII may begin with any sign in another case: test them all.
      else mayBegin.fill(1)
    }
  }
  return mayBegin
}

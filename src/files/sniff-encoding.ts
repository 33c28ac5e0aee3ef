import { guessLegacyEncoding } from './guess-legacy-encoding'

export type EncodingGuess = {
  readonly encoding: string
  /** False where only the rest of the file can tell: UTF-8 until a byte contradicts it. */
  readonly isCertain: boolean
}

/** The encoding by byte-order mark, by the NUL bytes of UTF-16, else UTF-8 if the bytes allow it. */
export function sniffEncoding(head: Uint8Array): EncodingGuess {
  const [a, b] = head
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', isCertain: true }
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', isCertain: true }
  const wide = sniffNulls(head)
  if (wide !== null) return { encoding: wide, isCertain: true }
  if (isUtf8(head)) return { encoding: 'utf-8', isCertain: false }
  return { encoding: guessLegacyEncoding(head), isCertain: true }
}

/** In UTF-16 text of mostly Latin letters and digits every second byte is NUL. */
function sniffNulls(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const nPairs = Math.min(head.length >> 1, 2048)
  let nEven = 0
  let nOdd = 0
  for (let i = 0; i < nPairs; i++) {
    if (head[2 * i] === 0) nEven++
    if (head[2 * i + 1] === 0) nOdd++
  }
  // A single NUL may stand in any text.
  if (nPairs < 2 || nEven + nOdd < 2) return null
  if (nOdd > 0.4 * nPairs && nEven < 0.1 * nOdd) return 'utf-16le'
  if (nEven > 0.4 * nPairs && nOdd < 0.1 * nEven) return 'utf-16be'
  return null
}

/** A character cut off at the end of the head is no error. */
function isUtf8(head: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return true
  } catch {
    return false
  }
}

import { pieceBytes } from '../file-hash'
import type { ByteRange } from './byte-range'

export type Range = Pick<ByteRange, 'start' | 'end'>

/** What comes before the ranges shows what the table is: where it has too few rows to, there are none. */
const headBytes = 8 * pieceBytes
/** Fewer are not worth a range. */
const leastPieces = 128
/** As many as there are threads at most: each range meets all texts of its columns anew. */
const mostRanges = 4

/**
 * The ranges of a file that are tallied apart, up to an offset: each from the begin of a piece of the
 * digest to the end of one. None of a file that is not large. They depend on its size alone.
 */
export function cutRanges(until: number): readonly Range[] {
  const nPieces = Math.floor((until - headBytes) / pieceBytes)
  const n = Math.min(mostRanges, Math.floor(nPieces / leastPieces))
  if (n < 2) return []
  const at = (i: number) => headBytes + pieceBytes * Math.floor((i * nPieces) / n)
  return Array.from({ length: n }, (_, i) => ({ start: at(i), end: at(i + 1) }))
}

import { pieceBytes } from '../file-hash'
import { maxSummed } from '../find-footer'
import type { ByteRange } from './byte-range'
import { carriageReturn, lineFeed } from './signs'

export type Range = Pick<ByteRange, 'start' | 'end'>

/** Fewer pieces of the digest are not worth a range. */
const leastPieces = 128
/** As many as there are threads at most: each range meets all texts of its columns anew. */
const mostRanges = 4

/**
 * The ranges of a file that are tallied apart, up to an offset: each from the begin of a piece of the
 * digest to the end of one. None of a file that is not large. What comes before them, the head, shows
 * what the table is: it has more rows than are summed up, unless they are longer than the first ones.
 */
export async function cutRanges(blob: Blob, until: number): Promise<readonly Range[]> {
  const nPieces = Math.floor(until / pieceBytes)
  if (nPieces < 2 * leastPieces) return []
  const nHead = Math.ceil((enoughRows * (await lineLength(blob))) / pieceBytes)
  const nBehind = nPieces - nHead
  const n = Math.min(mostRanges, Math.floor(nBehind / leastPieces))
  if (n < 2) return []
  const at = (i: number) => pieceBytes * (nHead + Math.floor((i * nBehind) / n))
  return Array.from({ length: n }, (_, i) => ({ start: at(i), end: at(i + 1) }))
}

const enoughRows = 1.25 * maxSummed

/** The mean of the first lines. */
async function lineLength(blob: Blob): Promise<number> {
  const bytes = new Uint8Array(await blob.slice(0, pieceBytes).arrayBuffer())
  const count = (sign: number) => bytes.reduce((n, byte) => n + (byte === sign ? 1 : 0), 0)
  return bytes.length / (count(lineFeed) || count(carriageReturn))
}

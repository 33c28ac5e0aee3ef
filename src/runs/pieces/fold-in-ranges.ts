import { findGap } from '../../files/kernel/fold-sales'
import { mergeFolds } from '../../files/kernel/merge-folds'
import type { PartialFold } from '../../files/kernel/partial-fold'
import type { ByteRange } from '../../files/kernel/byte-range'
import type { SalesFold } from '../../table/sales-fold'
import type { Piece } from './piece'

export type RangesOptions = {
  /** Does pieces, in any threads, and gives their results in the order of the pieces. */
  readonly perform: (pieces: readonly Piece[]) => Promise<readonly PartialFold[]>
  /** Bytes of the first range, and of each other one. */
  readonly firstSize?: number
  readonly rangeSize?: number
  /** What the sums of all ranges may take together until they are one. */
  readonly roomForSums?: number
}

/** The sums of a range are at most so many times those of the first, where that has most stores. */
const growth = 2

/**
 * The fold of a file, range by range. The first range is small, for it is done before the others:
 * where its rows are of most stores, so will be those of every other one, and there must be few of
 * them. Each range meets all products anew, and so is large. How the file is cut depends on the file
 * alone, and changes nothing of the answer.
 */
export async function foldInRanges(
  file: Omit<Piece, 'range'>,
  { perform, firstSize = 2 ** 24, rangeSize = 2 ** 28, roomForSums = 3e8 }: RangesOptions,
): Promise<SalesFold> {
  const piecesOf = (ranges: readonly ByteRange[]) => ranges.map((range) => ({ ...file, range }))
  const { size } = file.profile
  const isWhole = size <= rangeSize
  const first = { start: 0, end: isWhole ? Infinity : firstSize, isExact: true }
  const head = await perform(piecesOf([first]))
  const start = head[0]?.to ?? 0
  if (isWhole || start >= size) return mergeFolds(head, file.plan)
  const most = Math.floor(roomForSums / Math.max(1, growth * bytesOf(head)))
  const rest = cutRest({ start, size }, Math.min(most, Math.ceil((size - start) / rangeSize)))
  const ranges = [first, ...rest]
  const partials = [...head, ...(await perform(piecesOf(rest)))]
  for (let gap = findGap(ranges, partials); gap !== null; gap = findGap(ranges, partials)) {
    const again = await perform(piecesOf([gap.range]))
    partials.splice(gap.index, 1, ...again)
  }
  return mergeFolds(partials, file.plan)
}

/** Ranges of about the same size; the first begins where the one before them ends. */
function cutRest(
  { start, size }: { readonly start: number; readonly size: number },
  wanted: number,
): readonly ByteRange[] {
  const n = Math.max(1, wanted)
  const at = (i: number) => start + Math.floor(((size - start) * i) / n)
  return Array.from({ length: n }, (_, i) => ({
    start: at(i),
    end: i + 1 === n ? Infinity : at(i + 1),
    isExact: i === 0,
  }))
}

function bytesOf(partials: readonly PartialFold[]): number {
  return partials
    .flatMap(({ categories }) => categories)
    .reduce((sum, { lanes, productLanes }) => sum + lanes.byteLength + productLanes.byteLength, 0)
}

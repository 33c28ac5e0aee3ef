import type { FoldPlan, SalesFold } from '../../table/sales-fold'
import type { SourceProfile } from '../source-profile'
import { foldRange, type FoldOptions } from './fold-range'
import { mergeFolds } from './merge-folds'
import type { PartialFold } from './partial-fold'
import type { ByteRange } from './byte-range'

/**
 * The fold of a whole file of sales, from its bytes. Only for files that `canFold`.
 * @throws FileError where the file has changed since it was inspected, or its sums take more memory
 * than the plan allows; whatever `report` throws, which is how it is canceled.
 */
export async function foldSales(
  blob: Blob,
  request: { readonly profile: SourceProfile; readonly plan: FoldPlan },
  options: FoldOptions = {},
): Promise<SalesFold> {
  const range = { start: 0, end: Infinity, isExact: true }
  return mergeFolds([await foldRange(blob, { ...request, range }, options)], request.plan)
}

/**
 * Where the folds of neighbouring ranges do not meet, the range that has to be read again, and from
 * where: a line end inside quotes was taken for the end of a record. Null where all of them meet.
 */
export function findGap(
  ranges: readonly ByteRange[],
  partials: readonly PartialFold[],
): { readonly index: number; readonly range: ByteRange } | null {
  for (let index = 1; index < partials.length; index++) {
    const start = partials[index - 1].to
    if (partials[index].from !== start)
      return { index, range: { start, end: ranges[index].end, isExact: true } }
  }
  return null
}

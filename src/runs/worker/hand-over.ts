import * as Comlink from 'comlink'
import type { Outcome } from '../pieces/board'
import type { PieceResult } from '../pieces/piece'

/**
 * What became of pieces, as an answer to another thread: their numbers move there instead of being
 * copied, and are gone here.
 */
export function handOver<T extends object>(
  answer: T,
  outcomes: readonly Outcome<PieceResult>[],
): T {
  return Comlink.transfer(answer, [...new Set(outcomes.flatMap(buffersOf))])
}

function buffersOf(outcome: Outcome<PieceResult>): readonly ArrayBuffer[] {
  if (!outcome.ok) return []
  const { categories, leftOut, lost } = outcome.result
  const parts: readonly unknown[] = [leftOut, lost, ...categories.flatMap(Object.values)]
  return parts.flatMap((part) => {
    if (!ArrayBuffer.isView(part) || !(part.buffer instanceof ArrayBuffer)) return []
    // An empty one may be the same in every piece.
    return part.buffer.byteLength === 0 ? [] : [part.buffer]
  })
}

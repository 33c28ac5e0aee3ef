import { AssetError } from '../../assets/failure'
import type { Progress, Shared } from './board'

export type Sharing<P, R> = {
  readonly board: Shared<P, R>
  /** Does a piece in this thread; `tell` says how much of it is done. */
  readonly perform: (piece: P, tell: (done: number) => void) => Promise<R>
  readonly progress: Progress
}

/**
 * Has pieces done by this thread and by those that have nothing else to do.
 * @returns the results in the order of the pieces, whoever made them
 * @throws {AssetError} the failure of a piece, or of the thread that was lost with it
 */
export async function sharePieces<P, R>(
  pieces: readonly P[],
  { board, perform, progress }: Sharing<P, R>,
): Promise<readonly R[]> {
  const results = new Map<number, R>()
  await board.offer(pieces, progress)
  for (;;) {
    const index = await board.take()
    const piece = index === null ? undefined : pieces[index]
    if (index === null || piece === undefined) break
    results.set(index, await perform(piece, (done) => board.tell(index, done)))
  }
  for (const { index, outcome } of await board.gather()) {
    if (!outcome.ok) throw new AssetError(outcome.failure)
    results.set(index, outcome.result)
  }
  return pieces.flatMap((_, index) => {
    const result = results.get(index)
    return result === undefined ? [] : [result]
  })
}

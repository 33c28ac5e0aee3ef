import { foldRange, type FoldRequest } from '../../files/kernel/fold-range'
import type { PartialFold } from '../../files/kernel/partial-fold'
import type { FileHandle } from '../contract'
import { expectedFailure } from '../failure-of'
import type { Outcome, Shared } from './board'

/** A part of a task that any thread can do: the sums of one range of a sales file. */
export type Piece = FoldRequest & { readonly file: FileHandle }

export type PieceResult = PartialFold

/** The pieces of the task at hand, as the thread that computes it sees them. */
export type SharedPieces = Shared<Piece, PieceResult>

type Doing = {
  readonly openFile: (file: FileHandle) => Blob | Promise<Blob>
  /** Told every few megabytes how many bytes of the range are done. */
  readonly tell: (bytesDone: number) => void
}

const tellEvery = 8e6

export async function performPiece(
  { file, ...request }: Piece,
  { openFile, tell }: Doing,
): Promise<PieceResult> {
  let told = 0
  const report = (done: number, total: number) => {
    if (done < total && done - told < tellEvery) return
    told = done
    tell(done)
  }
  return foldRange(await openFile(file), request, { report })
}

/** The same for a thread that helps: a failure is data. @throws every defect */
export async function pieceOutcome(piece: Piece, doing: Doing): Promise<Outcome<PieceResult>> {
  try {
    return { ok: true, result: await performPiece(piece, doing) }
  } catch (error) {
    return { ok: false, failure: expectedFailure(error) }
  }
}

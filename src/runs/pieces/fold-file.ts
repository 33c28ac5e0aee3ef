import type { SourceReader } from '../../assets/source'
import { isExcelExport } from '../../files/export/restore-rows'
import { canFold } from '../../files/kernel/can-fold'
import { foldSales } from '../../files/kernel/fold-sales'
import type { FileHandle, Source } from '../contract'
import { createBoard } from './board'
import { foldInRanges } from './fold-in-ranges'
import { performPiece, type Piece, type PieceResult, type SharedPieces } from './piece'
import { sharePieces } from './share-pieces'

export type FoldPorts = {
  readonly openFile: (file: FileHandle) => Blob | Promise<Blob>
  /** Absent where no other thread can help. */
  readonly board?: SharedPieces | undefined
}

/** Bytes from which a file is worth several threads. */
const worthSharing = 5e8

/** The fold from bytes instead of typed rows, for a file that allows it; null for the others. */
export function foldFile(
  { file, profile, columns }: Source,
  blob: Blob,
  { openFile, board }: FoldPorts,
): NonNullable<SourceReader['fold']> | null {
  const { store, product, value, category } = columns
  if (store === null || product === null || value === null) return null
  if (!canFold(profile, { store, product, value, category })) return null
  return async (plan, report) => {
    if (await isExcelExport(blob, profile.options)) return null
    if (board === undefined || profile.size < worthSharing)
      return foldSales(
        blob,
        { profile, plan },
        { report: (done, total) => report(done, total, 'bytes') },
      )
    const perform = (pieces: readonly Piece[]) =>
      sharePieces<Piece, PieceResult>(pieces, {
        board: board ?? createBoard({ report }),
        perform: (piece, tell) => performPiece(piece, { openFile, tell }),
        progress: { before: pieces[0]?.range.start ?? 0, total: profile.size },
      })
    return foldInRanges({ file, profile, plan }, { perform })
  }
}

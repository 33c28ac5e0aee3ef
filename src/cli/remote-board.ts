import type { Gathered } from '../runs/pieces/board'
import type { PieceResult, SharedPieces } from '../runs/pieces/piece'
import type { FromWorker, ToWorker } from './task-messages'

export type RemoteBoard = SharedPieces & {
  /** An answer to what was asked last. */
  readonly hear: (answer: Extract<ToWorker, { readonly type: 'taken' | 'gathered' }>) => void
}

/** The board of the task at hand, which the thread that started this one keeps. */
export function remoteBoard(send: (message: FromWorker) => void): RemoteBoard {
  let taken: (index: number | null) => void = () => undefined
  let gathered: (all: readonly Gathered<PieceResult>[]) => void = () => undefined
  return {
    offer: (pieces, progress) => send({ type: 'offer', pieces, progress }),
    tell: (index, done) => send({ type: 'told', index, done }),
    take: () =>
      new Promise((resolve) => {
        taken = resolve
        send({ type: 'take' })
      }),
    gather: () =>
      new Promise((resolve) => {
        gathered = resolve
        send({ type: 'gather' })
      }),
    hear: (answer) => {
      if (answer.type === 'taken') taken(answer.index)
      else gathered(answer.gathered)
    },
  }
}

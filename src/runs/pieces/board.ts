import type { AssetFailure } from '../../assets/failure'
import type { Report } from '../../assets/source'

/** What became of a piece; failures are data, as they cross threads. */
export type Outcome<R> =
  | { readonly ok: true; readonly result: R }
  | { readonly ok: false; readonly failure: AssetFailure }

/**
 * What a thread that computes a task sees of the board with its pieces: it puts them up, works on
 * them itself, and gathers what others did meanwhile. It waits for nothing that has not been begun,
 * so that it comes to its end in a pool of any size.
 */
export type Shared<P, R> = {
  /** Pieces of before are done and gathered. */
  readonly offer: (pieces: readonly P[], progress: Progress) => void | Promise<void>
  /** The index of a piece that nobody has begun; null where there is none, or one has failed. */
  readonly take: () => number | null | Promise<number | null>
  /** How far the piece is that it took. */
  readonly tell: (index: number, done: number) => void
  /** The outcomes of the pieces that other threads took, once they are all there. */
  readonly gather: () => Promise<readonly Gathered<R>[]>
}

/** What these pieces add to: the whole, and how much of it was done before them. */
export type Progress = { readonly before: number; readonly total: number }

export type Gathered<R> = { readonly index: number; readonly outcome: Outcome<R> }

export type Board<P, R> = Shared<P, R> & {
  /** For a thread that helps: a piece, until it gives its outcome back; null where there is none. */
  readonly next: () => { readonly index: number; readonly piece: P } | null
  readonly put: (gathered: Gathered<R>) => void
  /** Nobody gets a piece any more: the task is over. */
  readonly close: () => void
}

export type BoardOptions = {
  readonly report: Report
  /** Pieces were put up: threads with nothing to do may help. */
  readonly onOffer?: () => void
}

/** The pieces of one task, in the thread that hands them out. Pieces are begun in their order. */
export function createBoard<P, R>({ report, onOffer }: BoardOptions): Board<P, R> {
  let pieces: readonly P[] = []
  let progress: Progress = { before: 0, total: 0 }
  let nBegun = 0
  let nHelping = 0
  let isClosed = false
  let told: number[] = []
  const gathered: Gathered<R>[] = []
  let settle: (() => void) | null = null

  const take = () => (isClosed || nBegun === pieces.length ? null : nBegun++)
  return {
    offer: (offered, of) => {
      pieces = offered
      progress = of
      nBegun = 0
      told = []
      gathered.length = 0
      onOffer?.()
    },
    take,
    tell: (index, done) => {
      told[index] = done
      report(
        told.reduce((sum, part) => sum + part, progress.before),
        progress.total,
        'bytes',
      )
    },
    gather: async () => {
      if (nHelping > 0) await new Promise<void>((resolve) => (settle = resolve))
      // They are large: nothing of them stays here.
      return gathered.splice(0)
    },
    next: () => {
      const index = take()
      const piece = index === null ? undefined : pieces[index]
      if (index === null || piece === undefined) return null
      nHelping += 1
      return { index, piece }
    },
    put: (one) => {
      nHelping -= 1
      gathered.push(one)
      // What the others would make is of no use any more.
      if (!one.outcome.ok) isClosed = true
      if (nHelping === 0) settle?.()
    },
    close: () => {
      isClosed = true
    },
  }
}

/** A run that nobody pressed: a file changed, or the timer's time has come. One at most waits. */
export type Wish =
  | { readonly by: 'file' }
  | {
      readonly by: 'timer'
      /** When it should have been, in milliseconds since 1970. */
      readonly dueAt: number
    }

export type WishFacts = {
  /** A run goes on, in this tab or another. */
  readonly isBusy: boolean
  /** A file is being read or may still be written: the files do not belong together yet. */
  readonly isSettling: boolean
  readonly canRun: boolean
  /** A run would make something, or show something else than is shown. */
  readonly hasWork: boolean
}

/** `busy`, `cannot` and `nothing` end the wish with a word; `wait` asks again later. */
export type Verdict = 'start' | 'wait' | 'busy' | 'cannot' | 'nothing'

/**
 * Never beside another run: a file that changed waits for its end and then starts one run for all
 * that changed meanwhile; a timer lets that time pass.
 */
export function judgeWish(wish: Wish, { isBusy, isSettling, canRun, hasWork }: WishFacts): Verdict {
  if (isBusy) return wish.by === 'timer' ? 'busy' : 'wait'
  if (isSettling && wish.by === 'file') return 'wait'
  if (!canRun) return 'cannot'
  return hasWork ? 'start' : 'nothing'
}

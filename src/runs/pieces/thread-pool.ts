import type { Report } from '../../assets/source'
import type { TaskResult } from '../task'
import { type Board, createBoard, type Outcome } from './board'

/** How the threads of a host are started and asked; `T` is one of them. */
export type Threads<T, Job, P, R> = {
  readonly open: () => T
  /** False for a thread that is gone: it is replaced when the next one is needed. */
  readonly isUsable: (thread: T) => boolean
  readonly compute: (thread: T, job: Job, board: Board<P, R>, report: Report) => Promise<TaskResult>
  /** Never rejects: a thread that is lost is the failure of its piece. */
  readonly perform: (thread: T, piece: P, tell: (done: number) => void) => Promise<Outcome<R>>
}

/**
 * Threads that compute one task each at a time, started when first needed and used again. A thread
 * without a task helps with the pieces of another's, one at a time: tasks come first.
 */
export function createThreadPool<T, Job, P, R>(size: number, threads: Threads<T, Job, P, R>) {
  const idle: T[] = []
  const waiting: ((thread: T) => void)[] = []
  const boards = new Set<Board<P, R>>()
  let nThreads = 0

  const takeFree = (): T | null => {
    const free = idle.pop()
    if (free !== undefined || nThreads === size) return free ?? null
    nThreads += 1
    return threads.open()
  }
  const take = async (): Promise<T> =>
    takeFree() ?? new Promise<T>((resolve) => waiting.push(resolve))
  const giveBack = (thread: T) => {
    const isUsable = threads.isUsable(thread)
    const next = waiting.shift()
    if (next !== undefined) next(isUsable ? thread : threads.open())
    else if (isUsable && !help(thread)) idle.push(thread)
    else if (!isUsable) nThreads -= 1
  }
  /** Whether there was a piece for the thread. */
  const help = (thread: T): boolean => {
    for (const board of boards) {
      const taken = board.next()
      if (taken === null) continue
      const { index, piece } = taken
      void threads
        .perform(thread, piece, (done) => board.tell(index, done))
        .then((outcome) => {
          board.put({ index, outcome })
          giveBack(thread)
        })
      return true
    }
    return false
  }
  /** Has the threads help that have no task, started or not. */
  const callHelp = () => {
    for (let thread = takeFree(); thread !== null; thread = takeFree())
      if (!help(thread)) {
        idle.push(thread)
        return
      }
  }
  return async (job: Job, report: Report): Promise<TaskResult> => {
    const thread = await take()
    const board: Board<P, R> = createBoard({ report, onOffer: callHelp })
    boards.add(board)
    try {
      return await threads.compute(thread, job, board, report)
    } finally {
      board.close()
      boards.delete(board)
      giveBack(thread)
    }
  }
}

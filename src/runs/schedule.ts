export type Scheduled = { readonly id: string; readonly needs: readonly string[] }

export type Limits = {
  readonly concurrency: number
  /** Asked before each start; what is under way is waited for. */
  readonly isStopped: () => boolean
}

/**
 * Runs tasks of a graph, at most `concurrency` at once; of the tasks whose needs are done the
 * earliest in the list starts first. Needs that are not in the list count as done.
 * @returns when all are done, or those under way after a stop; rejects with the first rejection
 */
export async function schedule<T extends Scheduled>(
  tasks: readonly T[],
  run: (task: T) => Promise<void>,
  { concurrency, isStopped }: Limits,
): Promise<void> {
  const undone = new Set(tasks.map(({ id }) => id))
  const underWay = new Map<string, Promise<void>>()
  const waiting = [...tasks]
  const isReady = ({ needs }: T) => !needs.some((id) => undone.has(id))
  while (undone.size > 0) {
    while (underWay.size < concurrency && !isStopped()) {
      const [task] = waiting.splice(indexOrEnd(waiting, isReady), 1)
      if (task === undefined) break
      const done = run(task).then(() => {
        undone.delete(task.id)
        underWay.delete(task.id)
      })
      underWay.set(task.id, done)
    }
    if (underWay.size === 0) return
    await Promise.race(underWay.values())
  }
}

function indexOrEnd<T>(items: readonly T[], isWanted: (item: T) => boolean): number {
  const index = items.findIndex(isWanted)
  return index === -1 ? items.length : index
}

/**
 * @typedef {object} Task one stretch of work of the main thread, in milliseconds
 * @property {number} wall
 * @property {number} cpu what it worked itself; the rest of the time others had the core
 * @typedef {object} TraceEvent
 * @property {string} ph
 * @property {string} name
 * @property {number} pid
 * @property {number} tid
 * @property {number} [dur] microseconds
 * @property {number} [tdur] microseconds
 * @property {{ readonly name?: string }} [args]
 */

/** What a trace has to hold for `tasksOf`. */
export const taskCategories = ['toplevel']

/**
 * The tasks of the page's main thread in a trace: of the main threads in it the one that worked most.
 * @param {readonly TraceEvent[]} events
 * @returns {readonly Task[]}
 */
export function tasksOf(events) {
  const threads = events.filter(
    ({ ph, name, args }) => ph === 'M' && name === 'thread_name' && args?.name === 'CrRendererMain',
  )
  const byThread = threads.map(({ pid, tid }) =>
    events.flatMap((event) => {
      const isTask = event.ph === 'X' && event.name === 'ThreadControllerImpl::RunTask'
      if (!isTask || event.pid !== pid || event.tid !== tid) return []
      return [{ wall: (event.dur ?? 0) / 1000, cpu: (event.tdur ?? 0) / 1000 }]
    }),
  )
  const workOf = (/** @type {readonly Task[]} */ tasks) =>
    tasks.reduce((sum, { cpu }) => sum + cpu, 0)
  return byThread.toSorted((a, b) => workOf(b) - workOf(a))[0] ?? []
}

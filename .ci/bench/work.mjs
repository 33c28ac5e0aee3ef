/**
 * @typedef {object} Work something that is timed
 * @property {string} name
 * @property {string | null} reference name of the work that it is a multiple of
 * @property {() => MaybePromise<() => unknown>} make prepares it, and gives what is timed
 */

/**
 * @template T
 * @typedef {T | Promise<T>} MaybePromise
 */

/** Milliseconds that a work is repeated for, so that the clock is fine enough. */
const leastTime = 40

/**
 * Milliseconds that a work takes, the mean of as many times as fit in a short while.
 * @param {() => unknown} run
 */
export async function timeOf(run) {
  let nTimes = 0
  const start = performance.now()
  do {
    // One that is no promise is not waited for: a turn of the event loop would be timed too.
    const result = run()
    if (result instanceof Promise) await result
    nTimes++
  } while (performance.now() - start < leastTime)
  return (performance.now() - start) / nTimes
}

/**
 * The works whose name matches, and what these are multiples of.
 * @param {readonly Work[]} works
 * @param {RegExp | null} only
 */
export function selectWorks(works, only) {
  if (only === null) return works
  const asked = works.filter(({ name }) => only.test(name))
  const names = new Set(asked.flatMap(({ name, reference }) => [name, reference]))
  return works.filter(({ name }) => names.has(name))
}

/**
 * Whatever is compared gives the same, or one of them would not be worth its time.
 * @param {string} what
 * @param {boolean} isSame
 */
export function assertSame(what, isSame) {
  if (!isSame) throw new Error(`${what} do not give the same: nothing to compare.`)
}

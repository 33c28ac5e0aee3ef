import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'

/** @typedef {import('./worker.mjs').Share} Share */

/**
 * @typedef {object} Listener
 * @property {number} nThreads that work at the same time
 * @property {(text: string) => void} onFailed
 * @property {(number: number, n: number) => void} onReached the case at hand, and how many are newly done
 */

/** Processor time, in ms, in which a file must be read; where nothing is computed, so many looks. */
const longest = { busyMs: 5000, nLooks: 120 }
const lookMs = 500

/**
 * One thread's share of the cases. A case that hangs is told, its thread ended, and another one goes
 * on behind it.
 * @param {Omit<Share, 'beats'>} share
 * @param {Listener} told
 */
export async function runShare(share, told) {
  let { from } = share
  for (;;) {
    const hanging = await runThread({ ...share, from }, told)
    if (hanging === null) return
    told.onFailed(`case ${hanging}: no answer\n  replay: npm run fuzz -- 1 --from ${hanging}`)
    from = hanging + share.step
  }
}

/**
 * @param {Omit<Share, 'beats'>} share
 * @param {Listener} told
 * @returns {Promise<number | null>} the case that hangs; `null` where all are done
 */
async function runThread(share, { onFailed, onReached, nThreads }) {
  const beats = new Float64Array(new SharedArrayBuffer(16))
  beats[1] = share.from
  const worker = new Worker(join(import.meta.dirname, 'worker.mjs'), {
    workerData: { ...share, beats },
  })
  worker.on('message', onFailed)
  worker.on('error', (error) => onFailed(`case ${beats[1]}: ${error.message}`))
  const exit = new Promise((resolve) => worker.on('exit', resolve)).then(() => 'ended')
  let seen = -1
  let since = processorMs()
  let nLooks = 0
  let nDone = 0
  for (;;) {
    const outcome = await Promise.race([exit, setTimeout(lookMs, 'running')])
    const n = Math.ceil(((beats[1] ?? 0) - share.from) / share.step)
    onReached(beats[1] ?? 0, n - nDone)
    nDone = n
    if (outcome === 'ended') break
    nLooks++
    if (beats[0] !== seen) {
      seen = beats[0] ?? 0
      since = processorMs()
      nLooks = 0
    } else if (processorMs() - since > longest.busyMs * nThreads || nLooks > longest.nLooks) {
      await worker.terminate()
      break
    }
  }
  // A thread also ends where it waits for what never comes.
  return (beats[1] ?? 0) >= share.to ? null : (beats[1] ?? 0)
}

/**
 * Of all threads. On a busy machine a thread may wait for long: time that it was not given does not
 * count.
 */
function processorMs() {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

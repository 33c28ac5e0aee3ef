import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

/**
 * @typedef {import('./our-answers.mjs').Answer} Answer
 * @typedef {import('./worker.mjs').Given} Given
 */

/**
 * Our answers for the chains of some files; a thread takes the next one when it is done.
 * @param {readonly string[]} paths
 * @param {Given & { readonly nThreads: number }} by
 * @param {(nDone: number) => void} report
 * @returns {Promise<readonly Answer[]>}
 */
export async function answerInThreads(paths, { modules, nSeeds, nThreads }, report) {
  const left = [...paths]
  /** @type {Answer[]} */
  const answers = []
  let nDone = 0
  const threads = Array.from({ length: Math.min(nThreads, paths.length) }, () => {
    /** @type {Given} */
    const workerData = { modules, nSeeds }
    const worker = new Worker(join(import.meta.dirname, 'worker.mjs'), { workerData })
    return new Promise((resolve, reject) => {
      const next = () => {
        const path = left.shift()
        if (path === undefined) resolve(worker.terminate())
        else worker.postMessage(path)
      }
      worker.on('error', reject)
      worker.on('message', (/** @type {readonly Answer[]} */ some) => {
        answers.push(...some)
        report(++nDone)
        next()
      })
      next()
    })
  })
  await Promise.all(threads)
  return answers
}

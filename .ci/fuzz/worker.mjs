import { parentPort, workerData } from 'node:worker_threads'

/**
 * Runs every `step`th case from `from` to below `to`, and tells what failed. `beats` counts the files
 * that were begun and holds the number of the case: whoever started this thread sees if it hangs.
 * @typedef {object} Share
 * @property {string} address of the module with the cases
 * @property {import('../../src/files/testing/fuzz/mutate').Corpus} corpus
 * @property {number} from
 * @property {number} to
 * @property {number} step
 * @property {Float64Array} beats
 */

/** @type {Share} */
const { address, corpus, from, to, step, beats } = workerData
/** @type {typeof import('../../src/files/testing/fuzz/fuzz-case')} */
const { describeFailed, runCase } = await import(address)

const beat = () => {
  beats[0] = (beats[0] ?? 0) + 1
}
for (let number = from; number < to; number += step) {
  beats[1] = number
  const failed = await runCase(corpus, number, beat)
  if (failed !== null) parentPort?.postMessage(describeFailed(failed))
}
beats[1] = to

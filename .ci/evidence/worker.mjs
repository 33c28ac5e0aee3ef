import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { loadEvidenceCode } from './evidence-code.mjs'
import { ourAnswers } from './our-answers.mjs'

/**
 * A thread that answers for the chains whose files it is told, one after the other.
 * @typedef {{ readonly modules: ReadonlyMap<string, string>, readonly nSeeds: number }} Given
 */

/** @type {Given} */
const { modules, nSeeds } = workerData
const code = await loadEvidenceCode(modules)
parentPort?.on('message', (/** @type {string} */ path) => void answer(path))

/**
 * What fails ends the thread, as its error.
 * @param {string} path
 */
async function answer(path) {
  const chain = JSON.parse(readFileSync(path, 'utf8'))
  const csv = readFileSync(path.replace(/\.json$/, '.csv'), 'utf8')
  parentPort?.postMessage(await ourAnswers(code, { ...chain, csv }, nSeeds))
}

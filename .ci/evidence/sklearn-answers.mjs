import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** @typedef {import('./our-answers.mjs').Answer} Answer */

/**
 * What scikit-learn answers for the same files.
 * @param {readonly string[]} paths
 * @param {{ readonly python: string, readonly nSeeds: number, readonly nThreads: number }} by
 * @param {(nDone: number) => void} report
 * @returns {Promise<readonly Answer[]>}
 * @throws {Error} where the script fails; what it says is on standard error
 */
export async function sklearnAnswers(paths, { python, nSeeds, nThreads }, report) {
  const script = join(import.meta.dirname, 'with_sklearn.py')
  // One thread each: the processes share the cores.
  const env = { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' }
  const child = spawn(python, [script, String(nThreads), String(nSeeds)], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env,
  })
  const ended = new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  child.stdin.end(paths.join('\n'))
  /** @type {Answer[]} */
  const answers = []
  let nDone = 0
  for await (const line of createInterface({ input: child.stdout })) {
    answers.push(...JSON.parse(line))
    report(++nDone)
  }
  const code = await ended
  if (code !== 0) throw new Error(`with_sklearn.py ended with exit code ${code}.`)
  return answers
}

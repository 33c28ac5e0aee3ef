import { fuzzModules } from './fuzz-modules.mjs'
import { runShare } from './run-share.mjs'
import { sharedCorpus } from './shared-corpus.mjs'

/**
 * Reads mutants in several threads and tells those that break a promise of the readers.
 * @param {import('./arguments.mjs').MadeCases} cases
 * @returns {Promise<boolean>} whether all promises were kept
 */
export async function fuzzFiles({ from, count, nThreads }) {
  const modules = await fuzzModules()
  const address = modules.get('fuzzCase') ?? ''
  /** @type {typeof import('../../src/files/testing/fuzz/made-corpus')} */
  const { madeCorpus } = await import(modules.get('madeCorpus') ?? '')
  const corpus = [madeCorpus(), ...sharedCorpus()]
  const nSeeds = corpus.reduce((n, seeds) => n + seeds.length, 0)
  const shares = Array.from({ length: Math.min(count, nThreads) }, (_, i) => ({
    address,
    corpus,
    from: from + i,
    to: from + count,
    step: Math.min(count, nThreads),
  }))
  const start = performance.now()
  const next = shares.map((share) => share.from)
  let nDone = 0
  let nFailed = 0
  const tell = () => {
    const perSecond = Math.round((1000 * nDone) / (performance.now() - start))
    const reached = next.reduce((least, number) => Math.min(least, number), from + count)
    console.error(
      `${nDone} of ${count} mutants, ${nFailed} failed, ${perSecond} a second; all before case ${reached} are done`,
    )
  }
  const clock = setInterval(tell, 15_000)
  const onFailed = (/** @type {string} */ text) => {
    nFailed++
    console.log(text)
  }
  const runs = shares.map((share, i) => {
    const onReached = (/** @type {number} */ number, /** @type {number} */ n) => {
      next[i] = number
      nDone += n
    }
    return runShare(share, { nThreads: shares.length, onFailed, onReached })
  })
  await Promise.all(runs)
  clearInterval(clock)
  const seconds = Math.round((performance.now() - start) / 1000)
  console.log(
    `fuzz: ${count} mutants of ${nSeeds} files from case ${from} on, ${nFailed} failed, ${seconds} s`,
  )
  return nFailed === 0
}

import { availableParallelism } from 'node:os'
import { fuzzModules } from './fuzz-modules.mjs'
import { runShare } from './run-share.mjs'
import { sharedCorpus } from './shared-corpus.mjs'

/**
 * Reads mutants on all cores and tells those that break a promise of the readers.
 * @param {import('./arguments.mjs').MadeCases} cases
 * @returns {Promise<boolean>} whether all promises were kept
 */
export async function fuzzFiles({ seed, count }) {
  const modules = await fuzzModules()
  const address = modules.get('fuzzCase') ?? ''
  /** @type {typeof import('../../src/files/testing/fuzz/made-corpus')} */
  const { madeCorpus } = await import(modules.get('madeCorpus') ?? '')
  const corpus = [madeCorpus(), ...sharedCorpus()]
  const nSeeds = corpus.reduce((n, seeds) => n + seeds.length, 0)
  const nThreads = Math.min(count, availableParallelism())
  const start = performance.now()
  let nDone = 0
  let nFailed = 0
  const tell = () => {
    const perSecond = Math.round((1000 * nDone) / (performance.now() - start))
    console.error(`${nDone} of ${count} mutants, ${nFailed} failed, ${perSecond} a second`)
  }
  const clock = setInterval(tell, 15_000)
  const told = {
    nThreads,
    onFailed: (/** @type {string} */ text) => {
      nFailed++
      console.log(text)
    },
    onDone: (/** @type {number} */ n) => {
      nDone += n
    },
  }
  const shares = Array.from({ length: nThreads }, (_, i) => ({
    address,
    corpus,
    from: seed + i,
    to: seed + count,
    step: nThreads,
  }))
  await Promise.all(shares.map((share) => runShare(share, told)))
  clearInterval(clock)
  const seconds = Math.round((performance.now() - start) / 1000)
  console.log(
    `fuzz: ${count} mutants of ${nSeeds} files from case ${seed} on, ${nFailed} failed, ${seconds} s`,
  )
  return nFailed === 0
}

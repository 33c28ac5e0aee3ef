import { builtModules } from '../built-modules.mjs'

/** @returns {Promise<ReadonlyMap<string, string>>} addresses of `madeCorpus` and `fuzzCase` */
export function fuzzModules() {
  return builtModules({
    name: 'fuzz-code',
    paths: {
      madeCorpus: 'files/testing/fuzz/made-corpus',
      fuzzCase: 'files/testing/fuzz/fuzz-case',
    },
    listedIn: '.ci/fuzz/fuzz-modules.mjs',
  })
}

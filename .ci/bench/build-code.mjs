import { builtModules } from '../built-modules.mjs'

/**
 * The modules that are measured, as they are shipped.
 * @typedef {object} Code
 * @property {typeof import('../../src/assets/definitions')} definitions
 * @property {typeof import('../../src/assets/guess-role')} guessRole
 * @property {typeof import('../../src/config/configuration')} configuration
 * @property {typeof import('../../src/files/digest')} digest
 * @property {typeof import('../../src/files/inspect')} inspect
 * @property {typeof import('../../src/math/k-means')} kMeans
 * @property {typeof import('../../src/math/k-means-plus-plus')} kMeansPlusPlus
 * @property {typeof import('../../src/math/lloyd')} lloyd
 * @property {typeof import('../../src/math/matrix')} matrix
 * @property {typeof import('../../src/math/pca')} pca
 * @property {typeof import('../../src/math/random')} random
 * @property {typeof import('../../src/math/silhouette')} silhouette
 * @property {typeof import('../../src/runs/cache/memory-cache')} memoryCache
 * @property {typeof import('../../src/runs/cache/memory-run-store')} memoryRunStore
 * @property {typeof import('../../src/runs/canonical-json')} canonicalJson
 * @property {typeof import('../../src/runs/compute-asset')} computeAsset
 * @property {typeof import('../../src/runs/materialize')} materialize
 * @property {typeof import('../../src/runs/plan-memo')} planMemo
 * @property {typeof import('../../src/runs/plan-run')} planRun
 * @property {typeof import('../../src/state/runs/live-run')} liveRun
 */

/** @type {Readonly<Record<keyof Code, string>>} */
const paths = {
  definitions: 'assets/definitions',
  guessRole: 'assets/guess-role',
  configuration: 'config/configuration',
  digest: 'files/digest',
  inspect: 'files/inspect',
  kMeans: 'math/k-means',
  kMeansPlusPlus: 'math/k-means-plus-plus',
  lloyd: 'math/lloyd',
  matrix: 'math/matrix',
  pca: 'math/pca',
  random: 'math/random',
  silhouette: 'math/silhouette',
  memoryCache: 'runs/cache/memory-cache',
  memoryRunStore: 'runs/cache/memory-run-store',
  canonicalJson: 'runs/canonical-json',
  computeAsset: 'runs/compute-asset',
  materialize: 'runs/materialize',
  planMemo: 'runs/plan-memo',
  planRun: 'runs/plan-run',
  liveRun: 'state/runs/live-run',
}

/**
 * Node 20 runs no TypeScript: the modules are built, where that is needed, and loaded.
 * @returns {Promise<Code>}
 */
export async function loadCode() {
  const set = { name: 'bench-code', paths, listedIn: '.ci/bench/build-code.mjs' }
  const loaded = [...(await builtModules(set))].map(async ([name, address]) => {
    return /** @type {const} */ ([name, await import(address)])
  })
  return /** @type {Code} */ (Object.fromEntries(await Promise.all(loaded)))
}

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { isStale } from '../is-stale.mjs'

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

const root = join(import.meta.dirname, '..', '..')
const outDir = join(root, 'node_modules', '.cache', 'bench-code')

/**
 * Node 20 runs no TypeScript: the modules are built, where that is needed, and loaded.
 * @returns {Promise<Code>}
 */
export async function loadCode() {
  const names = Object.keys(paths)
  const last = join(outDir, `${names.at(-1)}.js`)
  if (isStale(root, last, ['.ci/bench/build-code.mjs'])) await buildCode()
  const loaded = names.map(async (name) => {
    const address = pathToFileURL(join(outDir, `${name}.js`)).href
    return /** @type {const} */ ([name, await import(address)])
  })
  return /** @type {Code} */ (Object.fromEntries(await Promise.all(loaded)))
}

async function buildCode() {
  process.stderr.write('building the code ...\n')
  rmSync(outDir, { recursive: true, force: true })
  const input = Object.fromEntries(
    Object.entries(paths).map(([name, path]) => [name, join(root, 'src', `${path}.ts`)]),
  )
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir,
      target: 'node20',
      rolldownOptions: {
        input,
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  })
}

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { isStale } from './is-stale.mjs'
import { assemblyScript } from './vite-plugins.mjs'

const root = join(import.meta.dirname, '..')

/**
 * Modules of `src`, built as they are shipped: Node 20 runs no TypeScript.
 * @typedef {object} ModuleSet
 * @property {string} name of the folder of the cache in which they are kept
 * @property {Readonly<Record<string, string>>} paths names of modules to their paths in `src`, without `.ts`
 * @property {string} listedIn the file that lists them, from the root
 */

/**
 * Builds modules where that is needed, and tells where they are.
 * @param {ModuleSet} set
 * @returns {Promise<ReadonlyMap<string, string>>} names to addresses
 */
export async function builtModules({ name, paths, listedIn }) {
  const outDir = join(root, 'node_modules', '.cache', name)
  const names = Object.keys(paths)
  if (isStale(root, join(outDir, `${names.at(-1)}.js`), [listedIn, '.ci/built-modules.mjs']))
    await buildModules(outDir, paths)
  return new Map(names.map((name) => [name, pathToFileURL(join(outDir, `${name}.js`)).href]))
}

/**
 * @param {string} outDir
 * @param {Readonly<Record<string, string>>} paths
 */
async function buildModules(outDir, paths) {
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
    plugins: [assemblyScript()],
    ssr: { noExternal: true, external: ['@duckdb/node-api'] },
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

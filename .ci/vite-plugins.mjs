import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { headersFor, readHeaders } from './headers.mjs'

/** @typedef {import('vite').Plugin} Plugin */

const numeric = /\/src\/math\/|\/node_modules\/ml-/

/**
 * Numbers are crunched in workers only: the build fails when numeric code is in what the page
 * loads first. (Workers are bundles of their own and are not seen here.)
 * @returns {Plugin}
 */
export function numericFreeStart() {
  return {
    name: 'numeric-free-start',
    apply: (config, { command }) => command === 'build' && !config.build?.ssr,
    generateBundle(_options, bundle) {
      const queue = Object.values(bundle).flatMap((file) =>
        file.type === 'chunk' && file.isEntry ? [file.fileName] : [],
      )
      for (const name of queue) {
        const chunk = bundle[name]
        if (chunk?.type !== 'chunk') continue
        const found = chunk.moduleIds.find((id) => numeric.test(id.replaceAll('\\', '/')))
        if (found !== undefined) this.error(`${found} is in ${name}, which the page loads first`)
        for (const next of chunk.imports) if (!queue.includes(next)) queue.push(next)
      }
    },
  }
}

/**
 * Names in the page what its workers bring only when they need it, so that the page can fetch it
 * ahead: the workers are bundles of their own, whose parts no import of the page can address.
 * @returns {Plugin}
 */
export function workerParts() {
  return {
    name: 'worker-parts',
    apply: (config, { command }) => command === 'build' && !config.build?.ssr,
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const isPart = /^assets\/(?!.+\.worker-)[^/]+\.js$/
        const parts = Object.values(bundle).flatMap(({ type, fileName }) =>
          type === 'asset' && isPart.test(fileName) ? [fileName] : [],
        )
        const content = parts.toSorted().join(' ')
        return [{ tag: 'meta', attrs: { name: 'worker-parts', content }, injectTo: 'head' }]
      },
    },
  }
}

/**
 * Sends the headers of the file with every response of the preview server: pages, worker scripts,
 * and what is not found.
 * @param {string} file
 * @returns {Plugin}
 */
export function previewHeaders(file) {
  return {
    name: 'preview-headers',
    configurePreviewServer(server) {
      const blocks = readHeaders(file)
      server.middlewares.use((request, response, next) => {
        const [path = '/'] = (request.url ?? '/').split('?')
        for (const [name, value] of Object.entries(headersFor(blocks, path)))
          response.setHeader(name, value)
        next()
      })
    },
  }
}

/**
 * Compiles AssemblyScript where it is imported: `import { base64 } from './scan.ts?assemblyscript'`.
 * The bytes are part of the chunk, so that no address has to be known to a worker.
 * @returns {Plugin}
 */
export function assemblyScript() {
  return {
    name: 'assemblyscript',
    enforce: 'pre',
    async load(id) {
      const [path = '', query] = id.split('?')
      if (query !== 'assemblyscript') return null
      const { binary, sources } = await compileAssembly(path)
      for (const source of sources) this.addWatchFile(source)
      return `export const base64 = '${Buffer.from(binary).toString('base64')}'`
    },
  }
}

const compilerFlags = ['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd,bulk-memory']

/**
 * @param {string} path
 * @returns {Promise<{ readonly binary: Uint8Array, readonly sources: readonly string[] }>}
 * @throws {Error} with what the compiler says
 */
async function compileAssembly(path) {
  // Loaded here: it is large, and most commands do not build.
  const { main } = await import('assemblyscript/asc')
  /** @type {string[]} */
  const sources = []
  /** @type {string[]} */
  const told = []
  /** @type {Uint8Array[]} */
  const binaries = []
  const { error } = await main([basename(path), '--outFile', 'out.wasm', ...compilerFlags], {
    readFile: async (name) => {
      const source = join(dirname(path), name)
      const text = await readFile(source, 'utf8').catch(() => null)
      if (text !== null) sources.push(source)
      return text
    },
    writeFile: (_name, contents) => {
      if (typeof contents !== 'string') binaries.push(contents)
    },
    listFiles: () => [],
    stderr: { write: (text) => told.push(String(text)) },
  })
  const [binary] = binaries
  if (error !== null || binary === undefined) throw new Error(`${path}: ${told.join('')}`)
  return { binary, sources }
}

import { createServer } from 'node:net'
import { join } from 'node:path'
import { build, preview } from 'vite'
import { isStale } from '../is-stale.mjs'
import { host } from '../ports.mjs'

const root = join(import.meta.dirname, '..', '..')
/** A folder of its own: a page that is open from `dist` keeps its files. */
const outDir = join(root, 'node_modules', '.cache', 'bench-page')

/** The page as it is shipped, at a free port: nobody's saved runs are there. */
export async function servePage() {
  const others = ['public', 'index.html', 'vite.config.ts']
  if (isStale(root, join(outDir, 'index.html'), others)) {
    process.stderr.write('building the page ...\n')
    await build({ root, logLevel: 'error', build: { outDir, emptyOutDir: true } })
  }
  const port = await freePort()
  const server = await preview({
    root,
    logLevel: 'error',
    build: { outDir },
    preview: { port, host, strictPort: true },
  })
  return { address: `http://${host}:${port}/`, close: () => server.close() }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, host, () => {
      const address = probe.address()
      probe.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('No free port.'))
        else resolve(address.port)
      })
    })
  })
}

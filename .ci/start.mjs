import { createServer } from 'node:net'
import { build, preview } from 'vite'
import { host, port } from './ports.mjs'

/** Builds the page and serves it on loopback, at the one address where its saved runs live. */
if (!(await isPortFree())) {
  console.error(
    `Port ${port} is taken. Saved runs belong to this address, so no other port is tried: ` +
      'stop what uses it (perhaps an earlier npm start) and start again.',
  )
  process.exit(1)
}
// Only now: a page that is open must not lose its files to a second start.
await build({ logLevel: 'warn' })
await preview({ logLevel: 'warn' })
console.log(`Store Clustering is at http://${host}:${port}/  (Ctrl+C stops it)`)

/** @returns {Promise<boolean>} */
function isPortFree() {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, host, () => probe.close(() => resolve(true)))
  })
}

import type { BrowserContext } from '@playwright/test'
import { filesUnder } from '../.ci/files-under.mjs'

/**
 * Lists, as they happen, all things that must not: requests that are not a plain GET of this
 * build's own files under `base`, uncaught errors, and console errors, which is where the browser
 * tells of a violation of the policy.
 */
export function watch(context: BrowserContext, base: URL): readonly string[] {
  const unexpected: string[] = []
  const own = ownAddresses(base)
  context.on('request', (request) => {
    const address = request.url()
    // Made by the page itself and read by it: these never reach a network.
    if (address.startsWith('blob:') || address.startsWith('data:')) return
    const isPlain = request.method() === 'GET' && request.postDataBuffer() === null
    const isOwn = own.has(address.split('#')[0] ?? address)
    if (!isPlain || !isOwn) unexpected.push(`${request.method()} ${address}`)
  })
  context.on('console', (message) => {
    if (message.type() === 'error') unexpected.push(`console: ${message.text()}`)
  })
  context.on('weberror', (error) => unexpected.push(`uncaught: ${error.error().message}`))
  return unexpected
}

/** Addresses of the page and of the files of the build, without a query. */
function ownAddresses(base: URL): ReadonlySet<string> {
  const files = filesUnder('.', 'dist').map((path) => path.slice('dist/'.length))
  return new Set([base.href, ...files.map((path) => new URL(path, base).href)])
}

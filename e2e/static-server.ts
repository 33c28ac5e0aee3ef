import { createServer, type Server } from 'node:http'
import { readFile } from 'node:fs/promises'
import { headersFor, type readHeaders } from '../.ci/headers.mjs'
import { host } from '../.ci/ports.mjs'

const types = new Map([
  ['html', 'text/html'],
  ['js', 'text/javascript'],
  ['css', 'text/css'],
  ['svg', 'image/svg+xml'],
  ['woff2', 'font/woff2'],
])

export type SubPath = {
  readonly port: number
  /** With a slash at both ends. */
  readonly path: string
  /** Files of the build, relative to `dist`. */
  readonly built: readonly string[]
  readonly blocks: ReturnType<typeof readHeaders>
}

/** The build as any static host serves it: files under a path, with the headers of `public/_headers`. */
export async function serveUnder({ port, path, built, blocks }: SubPath): Promise<Server> {
  const server = createServer((request, response) => {
    const asked = (request.url ?? '').slice(path.length) || 'index.html'
    const isThere = (request.url ?? '').startsWith(path) && built.includes(asked)
    if (!isThere) {
      response.writeHead(404).end()
      return
    }
    const contentType = types.get(asked.split('.').at(-1) ?? '') ?? 'application/octet-stream'
    const headers = { ...headersFor(blocks, `/${asked}`), 'Content-Type': contentType }
    readFile(`dist/${asked}`).then(
      (body) => response.writeHead(200, headers).end(body),
      () => response.writeHead(500).end(),
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  return server
}

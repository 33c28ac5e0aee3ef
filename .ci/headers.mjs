import { readFileSync } from 'node:fs'

/**
 * Headers for the addresses that a pattern names: one path, or all that begin with what stands
 * before its `*`.
 * @typedef {{ readonly pattern: string, readonly headers: Readonly<Record<string, string>> }} Block
 */

/**
 * The response headers of `public/_headers`, block by block. That file is the only home of the
 * content security policy: static hosts read it, and so does our preview server.
 * @param {string} file
 * @returns {readonly Block[]}
 */
export function readHeaders(file) {
  const blocks = readFileSync(file, 'utf8').trimEnd().split(/\n\n+/)
  return blocks.map((block) => {
    const [pattern = '', ...lines] = block.split('\n')
    if (!pattern.startsWith('/')) throw new Error(`${file}: expected a path, found "${pattern}"`)
    return { pattern, headers: Object.fromEntries(lines.map((line) => parseHeader(file, line))) }
  })
}

/**
 * @param {readonly Block[]} blocks
 * @param {string} path from the root, with its slash
 * @returns {Readonly<Record<string, string>>}
 */
export function headersFor(blocks, path) {
  const matching = blocks.filter(({ pattern }) =>
    pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern,
  )
  return Object.assign({}, ...matching.map(({ headers }) => headers))
}

/**
 * @param {string} file
 * @param {string} line
 * @returns {readonly [string, string]}
 */
function parseHeader(file, line) {
  const colon = line.indexOf(':')
  if (colon === -1 || !line.startsWith('  '))
    throw new Error(`${file}: expected "  Name: value", found "${line}"`)
  return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()]
}

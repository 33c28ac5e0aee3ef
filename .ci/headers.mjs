import { readFileSync } from 'node:fs'

/**
 * The response headers of `public/_headers`, from its one block for every path. That file is the
 * only home of the content security policy: static hosts read it, and so does our preview server.
 * @param {string} file
 * @returns {Readonly<Record<string, string>>}
 */
export function readHeaders(file) {
  const [path, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n')
  if (path !== '/*') throw new Error(`${file}: expected one block for /*, found ${path}`)
  return Object.fromEntries(lines.map((line) => parseHeader(file, line)))
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

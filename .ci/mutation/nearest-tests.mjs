import { readFileSync } from 'node:fs'
import { posix } from 'node:path'

/**
 * For a file the test of its name; where there is none those that import it and those of the names of
 * the files that import it; where there are none of them the same of its importers, and so on.
 * @param {readonly string[]} paths of all modules and their tests
 * @param {(path: string) => string} [read]
 * @returns {(path: string) => readonly string[]}
 */
export function nearestTests(paths, read = (path) => readFileSync(path, 'utf8')) {
  const imports = new Map(paths.map((path) => [path, importsOf(path, read(path))]))
  const importersOf = (/** @type {string} */ path) =>
    paths.filter((other) => imports.get(other)?.has(path))
  return (path) => {
    const own = ownTest(path)
    if (imports.has(own)) return [own]
    const seen = new Set([path])
    for (let ring = [path]; ring.length > 0;) {
      ring = [...new Set(ring.flatMap(importersOf))].filter((importer) => !seen.has(importer))
      const tests = ring.map(ownTest).filter((test) => imports.has(test))
      if (tests.length > 0) return [...new Set(tests)]
      ring.forEach((importer) => seen.add(importer))
    }
    return []
  }
}

/**
 * Of a test it is the test itself.
 * @param {string} path
 */
function ownTest(path) {
  return path.replace(/(\.test)?\.ts$/, '.test.ts')
}

/**
 * @param {string} path
 * @param {string} text
 */
function importsOf(path, text) {
  const names = [...text.matchAll(/ from '(\.[^']+)'/g)].map(([, name = '']) => name)
  return new Set(names.map((name) => `${posix.join(posix.dirname(path), name)}.ts`))
}

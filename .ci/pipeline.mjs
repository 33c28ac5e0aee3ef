import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isStale } from './is-stale.mjs'

/**
 * The command line: `npm run -s pipeline -- ...`. Builds itself when anything that it is made of is
 * newer than what was built, in silence, as standard output belongs to the answer.
 */
const root = join(import.meta.dirname, '..')
const built = join(root, 'dist-cli')
const entry = join(built, 'main.js')

if (isStale(root, entry, ['vite.cli.config.ts'])) await build()
await import(pathToFileURL(entry).href)

/** Into a folder of its own, then swapped, so that two builds at once do not mix. */
async function build() {
  process.stderr.write('building the command line ...\n')
  const { build: bundle } = await import('vite')
  const draft = join(root, 'node_modules', '.cache', `cli.${process.pid}`)
  const configFile = join(root, 'vite.cli.config.ts')
  await bundle({ root, configFile, logLevel: 'error', build: { outDir: draft } })
  rmSync(built, { recursive: true, force: true })
  try {
    renameSync(draft, built)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    // Another build of the same files was put in place in between: that one will do.
    if (!existsSync(entry)) throw error
  }
}

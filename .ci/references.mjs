import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { findSklearnPython, howToGetSklearn } from './python.mjs'

/** Runs the script that asks scikit-learn, with the first Python that has it. */
const script = fileURLToPath(new URL('references/make_references.py', import.meta.url))
const found = findSklearnPython()
if (found === undefined) {
  console.error(`No Python with scikit-learn. ${howToGetSklearn}`)
  process.exit(1)
}
const { status } = spawnSync(found, [script, ...process.argv.slice(2)], { stdio: 'inherit' })
process.exit(status ?? 1)

import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Runs the script that asks scikit-learn, with the first Python that has it. */
const script = fileURLToPath(new URL('references/make_references.py', import.meta.url))
const pythons = [process.env['PYTHON'] ?? 'python3', '/usr/bin/python3', 'python']
const found = pythons.find(
  (python) => spawnSync(python, ['-c', 'import sklearn'], { stdio: 'ignore' }).status === 0,
)
if (found === undefined) {
  console.error(
    'No Python with scikit-learn. On Debian: apt-get install python3-sklearn; else set PYTHON.',
  )
  process.exit(1)
}
const { status } = spawnSync(found, [script, ...process.argv.slice(2)], { stdio: 'inherit' })
process.exit(status ?? 1)

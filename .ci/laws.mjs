import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { wholeNumber } from './whole-number.mjs'

const usage =
  'Usage: npm run laws -- [--seeds N] [--from N] [--only PATTERN]\n\n' +
  '  --seeds N       how many tables and settings each law is held to (1000)\n' +
  '  --from N        number of the first one (0), to hold a law to a failed one by its own number\n' +
  '  --only PATTERN  laws in files whose path holds this (all)'

/** Exit code 1 where a law is broken, 2 where the command was not understood. */
try {
  const { seeds, from, only } = parseArgs({
    options: {
      seeds: { type: 'string', default: '1000' },
      from: { type: 'string', default: '0' },
      only: { type: 'string', default: '' },
    },
  }).values
  const env = {
    ...process.env,
    LAW_SEEDS: String(wholeNumber('--seeds', seeds, 1)),
    LAW_FROM: String(wholeNumber('--from', from, 0)),
  }
  const laws = ['src/assets/laws/', 'src/runs/worker-count.test.ts']
  const asked = only === '' ? laws : [only]
  const run = ['vitest', 'run', '--reporter=verbose', ...asked]
  const shell = process.platform === 'win32'
  process.exitCode = spawnSync('npx', run, { stdio: 'inherit', shell, env }).status ?? 1
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
  process.exitCode = 2
}

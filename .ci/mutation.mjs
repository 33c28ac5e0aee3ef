import { readFileSync, rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { Stryker } from '@stryker-mutator/core'
import { tellScores } from './mutation/tell-scores.mjs'

const usage =
  'Usage: npm run mutation -- [FILE]... [--threads N]\n\n' +
  '  FILE         files of src/math to change (all)\n' +
  '  --threads N  how many changed copies are tested at a time (1)'
const report = 'reports/mutation.json'

/**
 * Changes `src/math` in small ways, one at a time, in a copy of the project, and sees whether a test
 * beside it notices. Exit code 1 where too many changes go unnoticed, 2 where the command was not understood.
 */
try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { threads: { type: 'string', default: '1' } },
  })
  const concurrency = Number(values.threads)
  if (!Number.isInteger(concurrency) || concurrency < 1)
    throw new Error(`--threads needs a whole number from 1 on, not "${values.threads}".`)
  // What an earlier run left must not speak for this one.
  rmSync(report, { force: true })
  await new Stryker({
    configFile: '.ci/mutation/stryker.config.json',
    concurrency,
    ...(positionals.length > 0 && { mutate: positionals }),
  }).runMutationTest()
  process.exitCode = tellScores(JSON.parse(readFileSync(report, 'utf8'))) ? 0 : 1
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
  process.exitCode = 2
}

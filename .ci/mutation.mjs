import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Stryker } from '@stryker-mutator/core'
import { filesUnder } from './files-under.mjs'
import { createScores } from './mutation/create-scores.mjs'
import { wholeNumber } from './whole-number.mjs'

const usage =
  'Usage: npm run mutation -- [FILE]... [--threads N]\n\n' +
  '  FILE         files of src/math to change (all)\n' +
  '  --threads N  how many changed copies are tested at a time (1)'
const report = 'reports/mutation.json'

/**
 * Changes `src/math` in small ways, one at a time, in a copy of the project, and sees whether a test
 * beside it notices. File after file: what is prepared for change is many times slower, and the tests
 * of one file run through many. Exit code 1 where too many changes go unnoticed, 2 where the command was
 * not understood.
 */
try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { threads: { type: 'string', default: '1' } },
  })
  const concurrency = wholeNumber('--threads', values.threads, 1)
  const scores = createScores()
  for (const file of positionals.length > 0 ? positionals : sourcesOfMath())
    scores.add(await changesOf(file, concurrency))
  process.exitCode = scores.tellAll() ? 0 : 1
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
  process.exitCode = 2
}

function sourcesOfMath() {
  return filesUnder(join(import.meta.dirname, '..'), 'src/math').filter(
    (path) => /(?<!\.test)\.ts$/.test(path) && !path.includes('/testing/'),
  )
}

/**
 * @param {string} file
 * @param {number} concurrency
 * @returns {Promise<import('./mutation/create-scores.mjs').Report>}
 */
async function changesOf(file, concurrency) {
  // What an earlier run left must not speak for this one.
  rmSync(report, { force: true })
  await new Stryker({
    configFile: '.ci/mutation/stryker.config.json',
    concurrency,
    mutate: [file],
  }).runMutationTest()
  return JSON.parse(readFileSync(report, 'utf8'))
}

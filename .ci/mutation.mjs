import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Stryker } from '@stryker-mutator/core'
import { filesUnder } from './files-under.mjs'
import { createScores } from './mutation/create-scores.mjs'
import { nearestTests } from './mutation/nearest-tests.mjs'
import { wholeNumber } from './whole-number.mjs'

const usage =
  'Usage: npm run mutation -- [FILE]... [--threads N]\n\n' +
  '  FILE         files of src/math to change (all)\n' +
  '  --threads N  how many changed copies are tested at a time (1)'
const report = 'reports/mutation.json'

/**
 * @typedef {import('./mutation/create-scores.mjs').Mutant} Mutant
 * @typedef {{ readonly files: { readonly [path: string]: { readonly mutants: readonly Mutant[] } } }} Report
 */

/**
 * Changes `src/math` in small ways, one at a time, in a copy of the project, and sees whether one of the
 * tests nearest to it notices. File after file: what is prepared for change is many times slower. Exit
 * code 1 where too many changes go unnoticed, 2 where the command was not understood.
 */
try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { threads: { type: 'string', default: '1' } },
  })
  const concurrency = wholeNumber('--threads', values.threads, 1)
  const scores = createScores()
  const modules = filesUnder(join(import.meta.dirname, '..'), 'src/math').filter(isModule)
  const testsOf = nearestTests(modules)
  const all = modules.filter((path) => !path.endsWith('.test.ts'))
  for (const file of positionals.length > 0 ? positionals : all)
    scores.add(file, await changesOf(file, { concurrency, tests: testsOf(file) }))
  process.exitCode = scores.tellAll() ? 0 : 1
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
  process.exitCode = 2
}

/**
 * Comparing with references and long searches say the same again.
 * @param {string} path
 */
function isModule(path) {
  const isLong = /\/(testing\/|best-known\.test|parity\.test)/.test(path)
  return path.endsWith('.ts') && !isLong
}

/**
 * @param {string} file
 * @param {{ readonly concurrency: number, readonly tests: readonly string[] }} run
 * @returns {Promise<readonly Mutant[]>}
 */
async function changesOf(file, { concurrency, tests }) {
  // What an earlier run left must not speak for this one.
  rmSync(report, { force: true })
  process.env['MUTATION_TESTS'] = tests.join()
  const configFile = '.ci/mutation/stryker.config.json'
  await new Stryker({ configFile, concurrency, mutate: [file] }).runMutationTest()
  /** @type {Report} */
  const { files } = JSON.parse(readFileSync(report, 'utf8'))
  return Object.values(files).flatMap(({ mutants }) => mutants)
}

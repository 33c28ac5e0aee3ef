import { readCaseArguments } from './fuzz/arguments.mjs'
import { fuzzFiles } from './fuzz/fuzz-files.mjs'

/** Exit code 1 where a mutant broke a promise, 2 where the command was not understood. */
try {
  const cases = readCaseArguments(process.argv.slice(2), { command: 'fuzz', count: 1_000_000 })
  process.exitCode = (await fuzzFiles(cases)) ? 0 : 1
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 2
}

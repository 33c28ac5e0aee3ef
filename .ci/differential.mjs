import { compareTables } from './differential/compare-tables.mjs'
import { readCaseArguments } from './fuzz/arguments.mjs'

/** Exit code 1 where a table is read otherwise than by DuckDB, 2 where the command was not understood. */
try {
  const tool = { command: 'differential', count: 100_000 }
  const cases = readCaseArguments(process.argv.slice(2), tool)
  process.exitCode = (await compareTables(cases)) ? 0 : 1
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 2
}

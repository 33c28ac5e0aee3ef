import { readEvidenceArguments } from './evidence/arguments.mjs'
import { compareOnChains } from './evidence/compare-on-chains.mjs'

/** Exit code 1 where scikit-learn finds known groups better, 2 where the command was not understood. */
try {
  const asked = readEvidenceArguments(process.argv.slice(2))
  process.exitCode = (await compareOnChains(asked)) ? 0 : 1
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 2
}

import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { wholeNumber } from '../whole-number.mjs'

/**
 * What a tool that makes its own cases is asked for.
 * @typedef {{ readonly from: number, readonly count: number, readonly nThreads: number }} MadeCases
 */

/**
 * @param {readonly string[]} given what follows the name of the command
 * @param {{ readonly command: string, readonly count: number }} tool with the count if none is given
 * @returns {MadeCases}
 * @throws {Error} with what was not understood, and the usage
 */
export function readCaseArguments(given, { command, count }) {
  const usage =
    `Usage: npm run ${command} -- [COUNT] [--from N] [--threads N]\n\n` +
    `  COUNT        how many cases (${count})\n` +
    `  --from N     number of the first case (0): to run a failed case again by its own number, to go\n` +
    `               on where a run was ended, or to run many in pieces\n` +
    `  --threads N  how many threads, where there can be several (all cores)`
  try {
    const { values, positionals } = parseArgs({
      args: [...given],
      allowPositionals: true,
      options: {
        from: { type: 'string', default: '0' },
        threads: { type: 'string', default: String(availableParallelism()) },
      },
    })
    const [asked = String(count), ...rest] = positionals
    if (rest.length > 0) throw new Error(`One count is enough: "${rest[0]}" is not understood.`)
    return {
      from: wholeNumber('--from', values.from, 0),
      count: wholeNumber('COUNT', asked, 1),
      nThreads: wholeNumber('--threads', values.threads, 1),
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw new Error(`${message}\n\n${usage}`, { cause: error })
  }
}

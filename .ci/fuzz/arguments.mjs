import { parseArgs } from 'node:util'

/**
 * What a tool that makes its own cases is asked for.
 * @typedef {{ readonly seed: number, readonly count: number }} MadeCases
 */

/**
 * @param {readonly string[]} given what follows the name of the command
 * @param {{ readonly command: string, readonly count: number }} tool with the count if none is given
 * @returns {MadeCases}
 * @throws {Error} with what was not understood, and the usage
 */
export function readCaseArguments(given, { command, count }) {
  const usage =
    `Usage: npm run ${command} -- [--seed N] [--count N]\n\n` +
    `  --seed N   number of the first case (0); a failed case is run again by its own number\n` +
    `  --count N  how many (${count})`
  try {
    const { values } = parseArgs({
      args: [...given],
      options: {
        seed: { type: 'string', default: '0' },
        count: { type: 'string', default: String(count) },
      },
    })
    return {
      seed: wholeNumber('seed', values.seed, 0),
      count: wholeNumber('count', values.count, 1),
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw new Error(`${message}\n\n${usage}`, { cause: error })
  }
}

/**
 * @param {string} name
 * @param {string} text
 * @param {number} least
 */
function wholeNumber(name, text, least) {
  const number = Number(text)
  if (Number.isSafeInteger(number) && number >= least) return number
  throw new Error(`--${name} needs a whole number from ${least} on, not "${text}".`)
}

import { parseArgs } from 'node:util'

/**
 * @typedef {object} BenchOptions
 * @property {boolean} isBrowser in Chromium, else in Node
 * @property {number} rounds how often each work is measured; the median of them is told
 * @property {RegExp | null} only works whose name matches, with what they are compared to
 * @property {boolean} isJson
 */

export const usage = `Usage: npm run bench -- [--browser] [--rounds N] [--only PATTERN] [--json]

  --browser       the page in Chromium, against its targets; else the engine in Node, as ratios
  --rounds N      how often each work is measured (5); the median is told
  --only PATTERN  works whose name matches; a regular expression, upper or lower case
  --json          one JSON object on standard output`

/**
 * @param {readonly string[]} given what follows the name of the command
 * @returns {BenchOptions}
 * @throws {Error} with the option that is not understood
 */
export function readArguments(given) {
  const { values } = parseArgs({
    args: [...given],
    options: {
      browser: { type: 'boolean', default: false },
      rounds: { type: 'string', default: '5' },
      only: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  })
  const rounds = Number(values.rounds)
  if (!Number.isInteger(rounds) || rounds < 1)
    throw new Error(`--rounds needs a whole number from 1 on, not "${values.rounds}".`)
  const only = values.only === undefined ? null : new RegExp(values.only, 'i')
  return { isBrowser: values.browser, rounds, only, isJson: values.json }
}

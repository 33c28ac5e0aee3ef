import { parseArgs } from 'node:util'

/**
 * @typedef {object} BenchOptions
 * @property {boolean} isBrowser in Chromium, else in Node
 * @property {boolean} isSales the sales of a whole chain, against DuckDB
 * @property {number} rows of them
 * @property {'store' | 'random'} order of them
 * @property {number} rounds how often each work is measured; the median of them is told
 * @property {RegExp | null} only works whose name matches, with what they are compared to
 * @property {boolean} isJson
 */

export const usage = `Usage: npm run bench -- [--browser | --sales] [--rounds N] [--only PATTERN] [--json]

  --browser       the page in Chromium, against its targets; else the engine in Node, as ratios
  --sales         the sales of a whole chain, in Node, in Chromium, by DuckDB and PapaParse
  --rows N        how many of them (41000000)
  --order ORDER   store, as files mostly are, or random
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
      sales: { type: 'boolean', default: false },
      rows: { type: 'string', default: '41000000' },
      order: { type: 'string', default: 'store' },
      rounds: { type: 'string', default: '5' },
      only: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  })
  const rounds = countOf('rounds', values.rounds)
  const rows = countOf('rows', values.rows)
  const { order } = values
  if (order !== 'store' && order !== 'random')
    throw new Error(`--order needs store or random, not "${order}".`)
  const only = values.only === undefined ? null : new RegExp(values.only, 'i')
  const { browser, sales, json } = values
  return { isBrowser: browser, isSales: sales, rows, order, rounds, only, isJson: json }
}

/**
 * @param {string} name
 * @param {string} value
 */
function countOf(name, value) {
  const count = Number(value)
  if (!Number.isInteger(count) || count < 1)
    throw new Error(`--${name} needs a whole number from 1 on, not "${value}".`)
  return count
}

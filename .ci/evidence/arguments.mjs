import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { wholeNumber } from '../whole-number.mjs'

/**
 * @typedef {object} Asked
 * @property {number} nChains of each branch
 * @property {number} from number of the first chain
 * @property {number} nSeeds that every chain is answered with
 * @property {number} mostStores of a chain
 * @property {number} nThreads
 * @property {boolean} isJson
 */

const usage = `Usage: npm run evidence -- [--chains N] [--from N] [--seeds N] [--stores N] [--threads N] [--json]

  --chains N   made chains of each branch (60)
  --from N     number of the first chain (0): other chains, or the family in pieces
  --seeds N    seeds that both sides answer each chain with (3)
  --stores N   most stores of a chain, from 150 on (2000)
  --threads N  how many threads (all cores)
  --json       one JSON object on standard output: the rows, and every chain`

/**
 * @param {readonly string[]} given what follows the name of the command
 * @returns {Asked}
 * @throws {Error} with what was not understood, and the usage
 */
export function readEvidenceArguments(given) {
  try {
    const { values } = parseArgs({
      args: [...given],
      options: {
        chains: { type: 'string', default: '60' },
        from: { type: 'string', default: '0' },
        seeds: { type: 'string', default: '3' },
        stores: { type: 'string', default: '2000' },
        threads: { type: 'string', default: String(availableParallelism()) },
        json: { type: 'boolean', default: false },
      },
    })
    return {
      nChains: wholeNumber('--chains', values.chains, 2),
      from: wholeNumber('--from', values.from, 0),
      nSeeds: wholeNumber('--seeds', values.seeds, 1),
      mostStores: wholeNumber('--stores', values.stores, 150),
      nThreads: wholeNumber('--threads', values.threads, 1),
      isJson: values.json,
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw new Error(`${message}\n\n${usage}`, { cause: error })
  }
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findSklearnPython, howToGetSklearn } from '../python.mjs'
import { answerInThreads } from './answer-in-threads.mjs'
import { chanceOf, evidenceModules, loadEvidenceCode } from './evidence-code.mjs'
import { evidenceTable } from './evidence-table.mjs'
import { makeChain } from './made-chain.mjs'
import { isBelow, pairedRows } from './paired-rows.mjs'
import { sklearnAnswers } from './sklearn-answers.mjs'

/** @typedef {import('./made-chain.mjs').MadeChain} MadeChain */

/**
 * How well groups are found that are known, beside scikit-learn on the same files. Tells the table.
 * @param {import('./arguments.mjs').Asked} asked
 * @returns {Promise<boolean>} whether no row is clearly below scikit-learn's
 */
export async function compareOnChains(asked) {
  const start = performance.now()
  const modules = await evidenceModules()
  const chains = makeFamily(chanceOf(await loadEvidenceCode(modules)), asked)
  const folder = mkdtempSync(join(tmpdir(), 'evidence-'))
  try {
    const paths = writeChains(folder, chains)
    const { nSeeds, nThreads, isJson } = asked
    const progress = (/** @type {string} */ who) => (/** @type {number} */ nDone) =>
      console.error(`${who}: ${nDone} of ${chains.length} chains, ${secondsSince(start)} s`)
    const ours = await answerInThreads(paths, { modules, nSeeds, nThreads }, progress('ours'))
    const python = findSklearnPython()
    const theirs =
      python === undefined
        ? null
        : await sklearnAnswers(paths, { python, nSeeds, nThreads }, progress('scikit-learn'))
    const rows = pairedRows(chains, ours, theirs)
    if (isJson) console.log(JSON.stringify({ rows, ours, theirs }, null, 1))
    else console.log(`${evidenceTable(rows)}\n\n${summaryOf(rows)}, ${secondsSince(start)} s`)
    if (theirs === null) console.error(`No scikit-learn here: ours only. ${howToGetSklearn}`)
    return !rows.some(isBelow)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * @param {import('./draw.mjs').Chance} chance
 * @param {import('./arguments.mjs').Asked} asked
 */
function makeFamily(chance, { nChains, from, mostStores }) {
  return /** @type {const} */ (['shares', 'market']).flatMap((kind) =>
    Array.from({ length: nChains }, (_, i) =>
      makeChain(chance, { kind, number: from + i, mostStores }),
    ),
  )
}

/** @param {readonly import('./paired-rows.mjs').Row[]} rows */
function summaryOf(rows) {
  const below = rows.filter(isBelow)
  return `evidence: ${rows[0]?.nChains} chains a branch, ${below.length} of ${rows.length} rows below`
}

/**
 * @param {string} folder
 * @param {readonly MadeChain[]} chains
 * @returns {readonly string[]} of what is known of each chain, beside its CSV; the largest
 *   first, so that no thread is left with it in the end
 */
function writeChains(folder, chains) {
  const bySize = chains.toSorted((a, b) => b.csv.length - a.csv.length)
  return bySize.map(({ csv, ...known }) => {
    const path = join(folder, `${known.name}.json`)
    writeFileSync(join(folder, `${known.name}.csv`), csv)
    writeFileSync(path, JSON.stringify(known))
    return path
  })
}

/** @param {number} start */
function secondsSince(start) {
  return Math.round((performance.now() - start) / 1000)
}

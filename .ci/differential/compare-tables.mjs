import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { builtModules } from '../built-modules.mjs'

const tablesPerQuery = 50

/**
 * Reads made tables here and with DuckDB, and tells those that are not equal cell by cell.
 * @param {import('../fuzz/arguments.mjs').MadeCases} cases
 * @returns {Promise<boolean>} whether all are equal
 */
export async function compareTables({ from: first, count }) {
  const modules = await builtModules({
    name: 'differential-code',
    paths: {
      duckDbReader: 'files/testing/differential/duck-db-reader',
      runDifferential: 'files/testing/differential/run-differential',
    },
    listedIn: '.ci/differential/compare-tables.mjs',
  })
  /** @type {typeof import('../../src/files/testing/differential/duck-db-reader')} */
  const { createDuckDbReader } = await import(modules.get('duckDbReader') ?? '')
  /** @type {typeof import('../../src/files/testing/differential/run-differential')} */
  const { runDifferential } = await import(modules.get('runDifferential') ?? '')
  const folder = mkdtempSync(join(tmpdir(), 'differential-'))
  const duckDb = await createDuckDbReader(folder)
  const start = performance.now()
  const seconds = () => (performance.now() - start) / 1000
  let nDifferent = 0
  let toldAt = 0
  try {
    for (let from = 0; from < count; from += tablesPerQuery) {
      const n = Math.min(tablesPerQuery, count - from)
      const numbers = Array.from({ length: n }, (_, i) => first + from + i)
      for (const difference of await runDifferential(duckDb, numbers)) {
        nDifferent++
        tellDifference(difference)
      }
      if (seconds() - toldAt < 15) continue
      toldAt = seconds()
      const perSecond = Math.round((from + n) / toldAt)
      console.error(`${from + n} of ${count} tables, ${nDifferent} differ, ${perSecond} a second`)
    }
  } finally {
    duckDb.close()
    rmSync(folder, { recursive: true, force: true })
  }
  console.log(
    `differential: ${count} tables from case ${first} on, ${nDifferent} differ from DuckDB, ${Math.round(seconds())} s`,
  )
  return nDifferent === 0
}

/** @param {import('../../src/files/testing/differential/run-differential').Difference} difference */
function tellDifference({ number, detail, text }) {
  console.log(
    `case ${number}: ${detail}\n` +
      `  replay: npm run differential -- 1 --from ${number}\n` +
      `  ${JSON.stringify(text.slice(0, 2000))}`,
  )
}

import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { makeSales } from '../../e2e/fixtures/make-sales.mjs'
import { summaryOf } from './figures.mjs'
import { describeMachine } from './machine.mjs'
import { multiple } from './sales/cells-query.mjs'
import { measureChromium } from './sales/in-chromium.mjs'
import { salesModules } from './sales/sales-modules.mjs'
import { assertSame } from './work.mjs'
import { textTable } from './text-table.mjs'

/**
 * @typedef {import('./arguments.mjs').BenchOptions} BenchOptions
 * @typedef {{ readonly ms: number, readonly peakBytes: number, readonly parts?: Record<string, number> }} Measured
 * @typedef {import('./sales/digest-of-sums.mjs').GroupDigest} GroupDigest
 */

const run = promisify(execFile)
const scripts = { DuckDB: 'in-duckdb.mjs', papaparse: 'in-papaparse.mjs', Node: 'in-node.mjs' }
const names = [
  'DuckDB, 1 thread',
  'DuckDB, 2 threads',
  'papaparse, 1 thread',
  'Node, 1 thread',
  'Chromium, the page',
]

/**
 * The sales of a whole chain, summed by category, store and need state: DuckDB by one SQL statement,
 * PapaParse row by row, and ours, in turn. Each one's sums are seen to be what was written, to the cent, before its
 * figures are told.
 * @param {BenchOptions} options
 */
export async function measure({ rounds, rows, order, only, isJson }) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-sales-'))
  try {
    process.stderr.write(`making ${rows.toLocaleString('en')} rows ...\n`)
    const files = makeSales(folder, { nRows: rows, order })
    // What is measured must not build.
    await salesModules()
    const wanted = names.filter((name) => only === null || only.test(name))
    /** @type {Map<string, Measured[]>} */
    const measured = new Map(wanted.map((name) => [name, []]))
    for (let round = 0; round < rounds; round++)
      for (const name of wanted) {
        process.stderr.write(`round ${round + 1} of ${rounds}: ${name} ...\n`)
        const one = await measureOne(name, files)
        measured.get(name)?.push(one)
        process.stderr.write(`  ${inShort(tell(name, [one], rows))}\n`)
      }
    const megabytes = Math.round(statSync(files.sales).size / 1e6)
    const setting = `${describeMachine()} ${rows.toLocaleString('en')} rows, ${megabytes} MB, in the order of ${order === 'store' ? 'stores' : 'chance'}.`
    const told = [...measured].map(([name, all]) => tell(name, all, rows))
    if (isJson) console.log(JSON.stringify({ setting, rounds, entrants: told }, null, 2))
    else console.log(`${setting}\nMedian of ${rounds}; sums equal to the cent.\n\n${asText(told)}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @type {readonly GroupDigest[] | null} what the first said; the others have to say the same */
let agreed = null

/** @typedef {import('../../e2e/fixtures/make-sales.mjs').MadeSales} MadeSales */

/**
 * @param {string} name
 * @param {MadeSales} files
 * @returns {Promise<Measured>}
 */
async function measureOne(name, files) {
  if (name.startsWith('Chromium')) {
    const { money, ...told } = await measureChromium(files)
    /** @type {Map<string, number>} */
    const cents = new Map()
    for (const [category, amount] of money) cents.set(category, Math.round(amount * 100))
    assertSame('The money of each category', isSameMoney(files.cents, cents))
    return told
  }
  const script = Object.entries(scripts).find(([start]) => name.startsWith(start))?.[1] ?? ''
  const args = [join(import.meta.dirname, 'sales', script), files.sales, files.map]
  if (name.startsWith('DuckDB')) args.push(/\d/.exec(name)?.[0] ?? '1')
  const { stdout } = await run(process.execPath, args, { maxBuffer: 1 << 28 })
  const { digest, ...told } = JSON.parse(stdout)
  assertSame('The money of each category', isSameMoney(files.cents, centsOf(digest)))
  agreed ??= digest
  assertSame('The sums', JSON.stringify(digest) === JSON.stringify(agreed))
  return told
}

/**
 * Cents of each category, split sales put together again.
 * @param {readonly GroupDigest[]} digest
 */
function centsOf(digest) {
  /** @type {Map<string, number>} */
  const cents = new Map()
  for (const { category, units } of digest)
    cents.set(category, (cents.get(category) ?? 0) + Number(units) / multiple)
  return cents
}

/**
 * @param {ReadonlyMap<string, number>} written
 * @param {ReadonlyMap<string, number>} summed
 */
function isSameMoney(written, summed) {
  const sold = [...written].filter(([, cents]) => cents > 0)
  return summed.size === sold.length && sold.every(([name, cents]) => summed.get(name) === cents)
}

/**
 * @param {string} name
 * @param {readonly Measured[]} measured
 * @param {number} rows
 */
function tell(name, measured, rows) {
  const { median, min, max } = summaryOf(measured.map(({ ms }) => ms))
  const peak = summaryOf(measured.map(({ peakBytes }) => peakBytes)).max
  const parts = measured.map(({ parts }) => parts ?? {})
  const split = Object.keys(parts[0] ?? {}).map(
    (part) =>
      `${part} ${(summaryOf(parts.map((one) => one[part] ?? NaN)).median / 1000).toFixed(1)}`,
  )
  return { name, median, min, max, rowsPerSecond: rows / (median / 1000), peak, split }
}

/** @param {ReturnType<typeof tell>} told */
function inShort({ median, rowsPerSecond, peak, split }) {
  const parts = split.length === 0 ? '' : ` (${split.join(', ')})`
  return `${(median / 1000).toFixed(1)} s${parts}, ${(rowsPerSecond / 1e6).toFixed(2)} million rows/s, peak ${(peak / 1e9).toFixed(2)} GB, sums equal`
}

/** @param {readonly ReturnType<typeof tell>[]} told */
function asText(told) {
  const reference = told[0]?.median ?? NaN
  const rows = told.map(({ name, median, min, max, rowsPerSecond, peak, split }) => [
    name,
    ...[median, min, max].map((ms) => (ms / 1000).toFixed(1)),
    (rowsPerSecond / 1e6).toFixed(2),
    (peak / 1e9).toFixed(2),
    `${(reference / median).toPrecision(2)} x`,
    split.join(', '),
  ])
  const head = ['', 's', 'min', 'max', 'million rows/s', 'peak GB', `to ${told[0]?.name ?? ''}`, '']
  return textTable([head, ...rows])
}

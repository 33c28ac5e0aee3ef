import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { makeSales } from '../../e2e/fixtures/make-sales.mjs'
import { summaryOf } from './figures.mjs'
import { describeMachine } from './machine.mjs'
import { measureChromium } from './sales/in-chromium.mjs'
import { assertSame } from './work.mjs'
import { textTable } from './text-table.mjs'

/**
 * @typedef {import('./arguments.mjs').BenchOptions} BenchOptions
 * @typedef {{ readonly ms: number, readonly peakBytes: number, readonly parts?: Record<string, number> }} Measured
 * @typedef {import('./sales/digest-of-sums.mjs').GroupDigest} GroupDigest
 */

const run = promisify(execFile)
const names = ['DuckDB, 1 thread', 'DuckDB, 2 threads', 'Node, 1 thread', 'Chromium, the page']

/**
 * The sales of a whole chain, summed by category, store and need state: DuckDB by one SQL statement,
 * and ours, in turn. Sums are seen to be equal before anything is told.
 * @param {BenchOptions} options
 */
export async function measure({ rounds, rows, order, only, isJson }) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-sales-'))
  try {
    process.stderr.write(`making ${rows.toLocaleString('en')} rows ...\n`)
    const files = makeSales(folder, { nRows: rows, order })
    const wanted = names.filter((name) => only === null || only.test(name))
    /** @type {Map<string, Measured[]>} */
    const measured = new Map(wanted.map((name) => [name, []]))
    for (let round = 0; round < rounds; round++)
      for (const name of wanted) {
        process.stderr.write(`round ${round + 1} of ${rounds}: ${name} ...\n`)
        measured.get(name)?.push(await measureOne(name, files))
      }
    const megabytes = Math.round(statSync(files.sales).size / 1e6)
    const setting = `${describeMachine()} ${rows.toLocaleString('en')} rows, ${megabytes} MB, in the order of ${order === 'store' ? 'stores' : 'chance'}.`
    const told = [...measured].map(([name, all]) => tell(name, all, rows))
    if (isJson) console.log(JSON.stringify({ setting, rounds, entrants: told }, null, 2))
    else console.log(`${setting}\nMedian of ${rounds}; sums equal.\n\n${asText(told)}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @type {readonly GroupDigest[] | null} what the first said; the others have to say the same */
let agreed = null

/**
 * @param {string} name
 * @param {{ readonly sales: string, readonly map: string }} files
 * @returns {Promise<Measured>}
 */
async function measureOne(name, files) {
  if (name.startsWith('Chromium')) {
    const { money, ...told } = await measureChromium(files)
    if (agreed !== null) assertSame('The money of each category', isSameMoney(agreed, money))
    return told
  }
  const script = name.startsWith('DuckDB') ? 'in-duckdb.mjs' : 'in-node.mjs'
  const args = [join(import.meta.dirname, 'sales', script), files.sales, files.map]
  if (name.startsWith('DuckDB')) args.push(/\d/.exec(name)?.[0] ?? '1')
  const { stdout } = await run(process.execPath, args, { maxBuffer: 1 << 28 })
  const { digest, ...told } = JSON.parse(stdout)
  agreed ??= digest
  assertSame('The sums', JSON.stringify(digest) === JSON.stringify(agreed))
  return told
}

/**
 * Cents of each category, split sales put together again.
 * @param {readonly GroupDigest[]} digest
 * @param {readonly (readonly [string, number])[]} money
 */
function isSameMoney(digest, money) {
  const cents = new Map(money.map(([category]) => [category, 0n]))
  for (const { category, units } of digest)
    cents.set(category, (cents.get(category) ?? 0n) + BigInt(units))
  return (
    cents.size === money.length &&
    money.every(
      ([category, amount]) => cents.get(category) === 2n * BigInt(Math.round(amount * 100)),
    )
  )
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

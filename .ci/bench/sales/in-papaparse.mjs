import { createReadStream } from 'node:fs'
import Papa from 'papaparse'
import { multiple } from './cells-query.mjs'
import { answer } from './child-answer.mjs'

/**
 * A process of its own, for its memory is measured: `in-papaparse.mjs SALES MAP`. The same job as one
 * would write it with PapaParse: the rows of both files one by one, sums in maps of maps.
 *
 * @typedef {Map<string, number>} ByStore units, in 1 / multiple of a cent
 */
const [sales = '', map = ''] = process.argv.slice(2)
const start = performance.now()
/** @type {Map<string, Set<string>>} */
const needsOf = new Map()
await eachRow(map, ({ PRODUCT_ID: product, NEED_STATE: need }) => {
  if (product === undefined || product === '') return
  const needs = needsOf.get(product) ?? new Set()
  needsOf.set(product, needs.add((need || 'DEFAULT').toUpperCase()))
})
/** @type {Map<string, Map<string, ByStore>>} by category and need state */
const cells = new Map()
const unmatched = new Set(['#unmatched'])
let nRejected = 0
await eachRow(sales, (row) => {
  const { SKU_NBR: product = '', STORE_NBR: store = '', CAT_DSC: category = '' } = row
  const amount = row['TOTAL_SALES'] === '' ? NaN : Number(row['TOTAL_SALES'])
  if (Number.isNaN(amount)) {
    nRejected += 1
    return
  }
  const needs = needsOf.get(product) ?? unmatched
  const units = Math.round(amount * 100) * (multiple / needs.size)
  for (const need of needs) add(category, need, { store, units })
})
const ms = performance.now() - start
answer({ ms, nRejected, digest: digest() })

/**
 * @param {string} path
 * @param {(row: Record<string, string>) => void} take
 */
function eachRow(path, take) {
  return new Promise((resolve, reject) => {
    Papa.parse(createReadStream(path, 'utf8'), {
      header: true,
      skipEmptyLines: true,
      step: ({ data }) => take(/** @type {Record<string, string>} */ (data)),
      complete: resolve,
      error: reject,
    })
  })
}

/**
 * @param {string} category
 * @param {string} need
 * @param {{ readonly store: string, readonly units: number }} sale
 */
function add(category, need, { store, units }) {
  const byNeed = cells.get(category) ?? new Map()
  cells.set(category, byNeed)
  /** @type {ByStore} */
  const byStore = byNeed.get(need) ?? new Map()
  byNeed.set(need, byStore)
  byStore.set(store, (byStore.get(store) ?? 0) + units)
}

/** As `digestQuery` asks it of DuckDB. */
function digest() {
  return [...cells]
    .flatMap(([category, byNeed]) =>
      [...byNeed].map(([need, byStore]) => {
        let [units, weighted] = [0n, 0n]
        for (const [store, sum] of byStore) {
          units += BigInt(sum)
          weighted += BigInt(sum) * BigInt((Number(store) % 1009) + 1)
        }
        return { category, need, units: String(units), n: byStore.size, weighted: String(weighted) }
      }),
    )
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

/** @param {{ readonly category: string, readonly need: string }} cell */
function keyOf({ category, need }) {
  return `${category}\u0000${need}`
}

import { createNoise } from './noise.mjs'

/**
 * @typedef {{ readonly name: string, readonly text: string }} MadeFile
 * @typedef {{ readonly nCategories: number, readonly nStores: number }} ChainSize
 */

/** Of each category; as many products have one of them each. */
const nNeedStates = 6
/** Kinds of stores, which differ in what sells and in what surrounds them. */
const nKinds = 4

/**
 * Sales, product map and market data of a chain: the same text each time, of any size.
 * @param {ChainSize} size
 * @returns {readonly MadeFile[]}
 */
export function makeChain({ nCategories, nStores }) {
  const categories = Array.from({ length: nCategories }, (_, c) => c)
  const stores = Array.from({ length: nStores }, (_, i) => i)
  const states = Array.from({ length: nNeedStates }, (_, s) => s)
  const random = createNoise(42)
  const sales = categories.flatMap((c) =>
    stores.flatMap((i) => states.map((s) => saleOf(c, i, s, random()))),
  )
  const map = categories.flatMap((c) =>
    states.map((s) => `${productOf(c, s)},Need ${String.fromCharCode(65 + s)}`),
  )
  const market = stores.map((i) => marketOf(i, random))
  return [
    { name: 'chain_sales.csv', text: csv('SKU_NBR,STORE_NBR,CAT_DSC,TOTAL_SALES', sales) },
    { name: 'chain_product_map.csv', text: csv('PRODUCT_ID,NEED_STATE', map) },
    { name: 'chain_demographics.csv', text: csv('STORE_NBR,income,density,age,traffic', market) },
  ]
}

/**
 * @param {number} category
 * @param {number} store
 * @param {number} state
 * @param {number} noise
 */
function saleOf(category, store, state, noise) {
  const kind = (store * 7 + category) % nKinds
  const likes = 20 + 60 * ((state * (kind + 1) + category) % nKinds)
  const value = (likes + 40 * noise) * (0.5 + (store % 11) / 10)
  const name = `Category ${String(category + 1).padStart(2, '0')}`
  return `${productOf(category, state)},${storeOf(store)},${name},${value.toFixed(2)}`
}

/**
 * @param {number} store
 * @param {() => number} random
 */
function marketOf(store, random) {
  const kind = store % nKinds
  const income = 40 + 12 * kind + 6 * random()
  const density = 100 + 300 * ((kind * 3) % nKinds) + 90 * random()
  const age = 30 + 5 * (kind % 2) + 3 * random()
  const traffic = 500 + 400 * kind * random()
  const cells = [income, density, age, traffic].map((cell) => cell.toFixed(2))
  return [storeOf(store), ...cells].join(',')
}

/**
 * @param {number} category
 * @param {number} state
 */
function productOf(category, state) {
  return `P${category}${state}`
}

/** @param {number} store */
function storeOf(store) {
  return String(store + 1).padStart(5, '0')
}

/**
 * @param {string} head
 * @param {readonly string[]} rows
 */
function csv(head, rows) {
  return `${[head, ...rows].join('\r\n')}\r\n`
}

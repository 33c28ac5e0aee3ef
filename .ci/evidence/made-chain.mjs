import { createDraw } from './draw.mjs'
import { makeMarket } from './made-market.mjs'
import { makeShares } from './made-shares.mjs'

/**
 * @typedef {'shares' | 'market'} Kind
 *
 * @typedef {object} MadeRows
 * @property {readonly (readonly number[])[]} rows a store each
 * @property {readonly number[]} groups of the stores
 * @property {number} nGroups
 *
 * @typedef {object} MadeChain
 * @property {string} name
 * @property {Kind} kind
 * @property {number} nGroups
 * @property {readonly number[]} groups of the stores, in the order of their ids
 * @property {string} csv one row per store
 */

/** Far from what the tests draw from. */
const seeds = { shares: 730_000, market: 910_000 }
const makers = { shares: makeShares, market: makeMarket }
/** Digits of a cell: a file is written by people's tools. */
const digits = 9

/**
 * A chain whose groups are known: the same text each time.
 * @param {import('./draw.mjs').Chance} chance
 * @param {{ readonly kind: Kind, readonly number: number, readonly mostStores: number }} asked
 * @returns {MadeChain}
 */
export function makeChain(chance, { kind, number, mostStores }) {
  const draw = createDraw(chance, seeds[kind] + number)
  const { rows, groups, nGroups } = makers[kind](draw, mostStores)
  const names = (rows[0] ?? []).map((_, j) => `${kind} ${String(j + 1).padStart(2, '0')}`)
  const lines = rows.map((row, i) =>
    [storeOf(i), ...row.map((cell) => Number(cell.toPrecision(digits)))].join(','),
  )
  const csv = `${[['STORE_NBR', ...names].join(','), ...lines].join('\r\n')}\r\n`
  return { name: `${kind}-${String(number).padStart(3, '0')}`, kind, nGroups, groups, csv }
}

/** @param {number} row */
export function storeOf(row) {
  return String(row + 1).padStart(5, '0')
}

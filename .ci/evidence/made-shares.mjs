import { drawGroups } from './draw-groups.mjs'

/**
 * @typedef {import('./draw.mjs').Draw} Draw
 * @typedef {import('./made-chain.mjs').MadeRows} MadeRows
 */

/** Of stores that sell one need state many times over. */
const outlierShare = 0.02

/**
 * Shares of a store's sales per need state, in percent, summed from its SKUs: a group likes some need
 * states more than others, a store has its size and its part of the assortment, a SKU its luck.
 * @param {Draw} draw
 * @param {number} mostStores
 * @returns {MadeRows}
 */
export function makeShares(draw, mostStores) {
  const { groups, nGroups } = drawGroups(draw, mostStores)
  const needStates = Array.from({ length: draw.integer(8, 29) }, () =>
    Array.from({ length: draw.integer(3, 14) }, () => draw.factor(1)),
  )
  const taste = draw.between(0.4, 0.85)
  const likes = Array.from({ length: nGroups }, () => needStates.map(() => draw.factor(taste)))
  const rows = groups.map((group) => {
    const size = 20_000 * draw.factor(0.7)
    const listed = draw.between(0.85, 1)
    const flooded = draw.happens(outlierShare) ? draw.integer(0, needStates.length - 1) : -1
    const sales = needStates.map((skus, state) => {
      const liked = (likes[group]?.[state] ?? 1) * (state === flooded ? 60 : 1)
      return skus.reduce((sum, sku) => {
        const sold = size * liked * sku * draw.factor(0.6)
        return sum + (draw.happens(listed) ? Math.round(sold) : 0)
      }, 0)
    })
    return inPercent(sales)
  })
  return { rows, groups, nGroups }
}

/** @param {readonly number[]} parts */
function inPercent(parts) {
  const total = parts.reduce((sum, part) => sum + part, 0)
  return parts.map((part) => (100 * part) / total)
}

/** @typedef {import('./draw.mjs').Draw} Draw */

const fewestStores = 150
/** Of a group. */
const fewest = 10

/**
 * The group of each store, in an order that tells nothing: 2 to 8 groups, the largest up to five
 * times the smallest.
 * @param {Draw} draw
 * @param {number} mostStores
 */
export function drawGroups(draw, mostStores) {
  const nStores = Math.floor(draw.scale(fewestStores, mostStores + 1))
  const nGroups = draw.integer(2, 8)
  const weights = Array.from({ length: nGroups }, () => draw.between(1, 5))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const free = nStores - nGroups * fewest
  /** @type {number[]} */
  const groups = []
  let reached = 0
  for (const [group, weight] of weights.entries()) {
    reached += weight
    const end = (group + 1) * fewest + Math.round((free * reached) / total)
    while (groups.length < end) groups.push(group)
  }
  return { groups: shuffled(groups, draw), nGroups }
}

/**
 * @param {readonly number[]} items
 * @param {Draw} draw
 */
function shuffled(items, draw) {
  const order = [...items]
  for (let i = order.length - 1; i > 0; i--) {
    const j = draw.integer(0, i)
    const moved = order[j] ?? 0
    order[j] = order[i] ?? 0
    order[i] = moved
  }
  return order
}

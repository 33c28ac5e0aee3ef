/**
 * @typedef {object} GroupDigest
 * @property {string} category
 * @property {string} need
 * @property {string} units the sum of the cells, as exact digits
 * @property {number} n how many cells there are
 * @property {string} weighted the same sum with a weight that tells the stores apart
 */

/**
 * What `digestQuery` asks of DuckDB, from our value: by category and need state, sorted by both.
 * @param {import('../../../src/assets/preprocessing/internal-raw-sales-data/spec').RawSales} sales
 * @returns {readonly GroupDigest[]}
 */
export function digestOf({ categories, storeIds, needStates, multiple }) {
  const weights = storeIds.map((id) => BigInt((Number(id) % 1009) + 1))
  return categories.flatMap(({ name, stores, groups, units, unmatched }) => {
    const sumOf = (/** @type {(row: number) => number} */ cell, /** @type {string} */ need) => {
      let [sum, weighted, n] = [0n, 0n, 0]
      stores.forEach((store, row) => {
        const value = cell(row)
        if (value === 0) return
        n += 1
        sum += BigInt(value)
        weighted += BigInt(value) * (weights[store] ?? 0n)
      })
      return { category: name, need, units: String(sum), n, weighted: String(weighted) }
    }
    const matched = [...groups].map((group, i) =>
      sumOf((row) => units[row * groups.length + i] ?? 0, needStates[group] ?? ''),
    )
    const apart = sumOf((row) => (unmatched[row] ?? 0) * multiple, '#unmatched')
    return [...matched, ...(apart.n === 0 ? [] : [apart])].sort((a, b) =>
      a.need < b.need ? -1 : 1,
    )
  })
}

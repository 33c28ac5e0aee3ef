import { rankLevels } from '../../../table/sort-by-text'

/** The texts of these codes, sorted, with their codes; `rank[code]` is their place there, else -1. */
export function sortUsed(levels: readonly string[], used: readonly number[]) {
  const distinct = [...new Set(used)]
  const rankOfDistinct = rankLevels(distinct.map((code) => levels[code]))
  const rank = new Int32Array(levels.length).fill(-1)
  const codes = Array.from<number>({ length: distinct.length })
  distinct.forEach((code, i) => {
    rank[code] = rankOfDistinct[i]
    codes[rankOfDistinct[i]] = code
  })
  return { rank, codes, texts: codes.map((code) => levels[code]) }
}

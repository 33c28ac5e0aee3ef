import type { LevelColumn } from './table'
import { rankLevels } from './sort-by-text'

/** The same cells with levels sorted by code units and without levels that no row uses. */
export function sortLevels(column: LevelColumn): LevelColumn {
  const used = new Uint8Array(column.levels.length)
  for (const code of column.codes) if (code !== -1) used[code] = 1
  const kept = column.levels.filter((_, code) => used[code] === 1)
  const rank = rankLevels(kept)
  const codeOf = new Int32Array(column.levels.length)
  let next = 0
  for (let code = 0; code < used.length; code++) if (used[code] === 1) codeOf[code] = rank[next++]
  const levels = Array.from<string>({ length: kept.length })
  kept.forEach((level, index) => {
    levels[rank[index]] = level
  })
  const codes = column.codes.map((code) => (code === -1 ? -1 : codeOf[code]))
  return { type: column.type, name: column.name, codes, levels }
}

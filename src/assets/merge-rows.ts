import type { Column, LevelColumn, NumberColumn } from '../table/table'
import { compareText } from '../table/compare-text'
import { sortLevels } from '../table/sort-levels'
import type { StoreRows } from './store-rows'

export type MergeRule = 'first' | 'last' | 'mean' | 'sum'

/**
 * One cell per store. `mean` and `sum` are over the present cells and do not depend on the order of
 * the rows; text takes the most frequent level then, the first by name on a tie.
 */
export function mergeRows(columns: readonly Column[], stores: StoreRows, rule: MergeRule) {
  return columns.map((column) =>
    column.type === 'number'
      ? mergeNumbers(column, stores, rule)
      : sortLevels(mergeLevels(column, stores, rule)),
  )
}

/** Columns sorted by name, by code units. */
export function sortColumns(columns: readonly Column[]): readonly Column[] {
  return [...columns].sort((a, b) => compareText(a.name, b.name))
}

function mergeNumbers(column: NumberColumn, { rows }: StoreRows, rule: MergeRule): NumberColumn {
  const values = Float64Array.from(rows, (group) => {
    if (rule === 'first' || group.length === 1) return column.values[group[0]]
    if (rule === 'last') return column.values[group[group.length - 1]]
    const present = group.map((row) => column.values[row]).filter((value) => !Number.isNaN(value))
    if (present.length === 0) return Number.NaN
    const sum = present.sort((a, b) => a - b).reduce((total, value) => total + value, 0)
    return rule === 'sum' ? sum : sum / present.length
  })
  return { type: 'number', name: column.name, values }
}

function mergeLevels(column: LevelColumn, { rows }: StoreRows, rule: MergeRule): LevelColumn {
  const codes = Int32Array.from(rows, (group) => {
    if (rule === 'first' || group.length === 1) return column.codes[group[0]]
    if (rule === 'last') return column.codes[group[group.length - 1]]
    return mostFrequent(column, group)
  })
  return { ...column, codes }
}

function mostFrequent({ codes, levels }: LevelColumn, group: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const row of group)
    if (codes[row] !== -1) counts.set(codes[row], (counts.get(codes[row]) ?? 0) + 1)
  const ranked = [...counts].sort(
    ([a, nA], [b, nB]) => nB - nA || compareText(levels[a], levels[b]),
  )
  return ranked[0]?.[0] ?? -1
}

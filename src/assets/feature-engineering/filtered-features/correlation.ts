import type { NumberColumn } from '../../../table/table'
import { pearsonCorrelations } from './correlations'
import { type Dropped, type Filtered, readable } from './dropped'

/**
 * Leaves out each column that says the same as a kept earlier one: |Pearson r| over the limit, on
 * the rows where both are present (at least 3). Names the twin with the strongest r.
 */
export function dropCorrelated(
  columns: readonly NumberColumn[],
  limit: number,
  alwaysKept: ReadonlySet<string>,
): Filtered<NumberColumn> {
  const correlation = pearsonCorrelations(columns)
  const kept: number[] = []
  const dropped: Dropped[] = []
  columns.forEach(({ name }, i) => {
    const twin = alwaysKept.has(name) ? null : strongestTwin(kept, (j) => correlation(i, j))
    if (twin === null || !(Math.abs(twin.r) > limit)) kept.push(i)
    else dropped.push(dropTwin(name, columns[twin.index].name, { r: twin.r, limit }))
  })
  return { kept: kept.map((i) => columns[i]), dropped }
}

function strongestTwin(others: readonly number[], correlationWith: (index: number) => number) {
  let twin: { readonly index: number; readonly r: number } | null = null
  for (const index of others) {
    const r = correlationWith(index)
    if (Math.abs(r) > Math.abs(twin?.r ?? 0)) twin = { index, r }
  }
  return twin
}

function dropTwin(name: string, twin: string, { r, limit }: { r: number; limit: number }): Dropped {
  const detail = `Pearson r ${readable(r)} with ${twin}, over ${limit}`
  return { name, code: 'correlation', detail, twin, r }
}

import type { MergedClusters } from '../merged-clusters/spec'

/** A merged cluster before any move; `index` is its place in (internal, external) order. */
export type Group = {
  readonly name: string
  readonly internal: number
  readonly external: number
  readonly rows: readonly number[]
  /** Mean of its members in the merge space. */
  readonly center: Float64Array
}

/** The merged clusters that have stores, sorted by (internal, external) as numbers. */
export function groupsOf(merged: MergedClusters): readonly Group[] {
  const rowsByName = new Map<string, number[]>()
  merged.merged.forEach((name, row) => {
    const rows = rowsByName.get(name)
    if (rows === undefined) rowsByName.set(name, [row])
    else rows.push(row)
  })
  return [...rowsByName]
    .map(([name, rows]) => ({
      name,
      internal: merged.internal[rows[0]],
      external: merged.external[rows[0]],
      rows,
      center: centerOf(merged.space, rows),
    }))
    .sort((a, b) => a.internal - b.internal || a.external - b.external)
}

type Space = Pick<MergedClusters['space'], 'X' | 'featureNames'>

/** Mean of the given rows. */
function centerOf({ X, featureNames }: Space, rows: readonly number[]): Float64Array {
  const width = featureNames.length
  const center = new Float64Array(width)
  for (const row of rows) for (let j = 0; j < width; j++) center[j] += X[row * width + j]
  return center.map((sum) => sum / rows.length)
}

/** One row of the space. */
export function pointOf({ X, featureNames }: Space, row: number): Float64Array {
  return X.subarray(row * featureNames.length, (row + 1) * featureNames.length)
}

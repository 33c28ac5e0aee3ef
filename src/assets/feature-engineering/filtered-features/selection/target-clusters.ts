import type { IdRule } from '../../../../table/id-rules'
import { matchIds } from '../../../../table/match-ids'
import { compareText } from '../../../../table/compare-text'
import type { AssignedClusters } from '../../../cluster-assignment/assign-clusters/spec'
import { AssetError } from '../../../failure'
import { nearest } from '../../../nearest'
import type { FanIn } from '../../../spec'
import type { Sample } from './rank-features'

type Clusters = Pick<AssignedClusters, 'storeIds' | 'clusters' | 'noData'>

/** The internal clusters of one category, or of every category that has them. */
export type ClustersInput = Clusters | FanIn<Clusters>

/** What is predicted: the stores of the table that have a cluster in a category. */
export type Target = {
  readonly category: string
  readonly reason: string
  readonly sample: Sample
  /** Cluster of each class: `clusterIds[classes[i]]`. */
  readonly clusterIds: Int32Array
}

export type Wanted = {
  /** A name, else `auto`: the category with the most stores. */
  readonly category: string
  /** The category of clusters that come alone. */
  readonly partition: string | null
  readonly rules: readonly IdRule[]
}

/**
 * The clusters of the category that is asked for, else of the one with the most stores of the table:
 * external features of the whole chain are selected once, and there most stores speak. Ties go to the
 * first name.
 * @throws {AssetError} `unknown_category` when no category of that name has clusters
 */
export function targetClusters(
  storeIds: readonly string[],
  clusters: ClustersInput,
  { category, partition, rules }: Wanted,
): Target {
  const known = isFanIn(clusters) ? clusters : [{ partition: partition ?? 'all', value: clusters }]
  const named = known.filter((one) => one.partition === category)
  if (named.length === 0 && category !== 'auto')
    throw new AssetError(unknownCategory(category, known))
  const targets = (named.length === 0 ? known : named).map((one) => ({
    category: one.partition,
    ...sampleOf(storeIds, one.value, rules),
  }))
  const [first] = targets.toSorted(
    (a, b) => b.sample.rows.length - a.sample.rows.length || compareText(a.category, b.category),
  )
  return { ...first, reason: reasonOf(named.length === 1, known.length) }
}

function isFanIn(clusters: ClustersInput): clusters is FanIn<Clusters> {
  return Array.isArray(clusters)
}

/** Rows of the table in its order; a store without any data of its own has a cluster by default only. */
function sampleOf(
  storeIds: readonly string[],
  { storeIds: placed, clusters, noData }: Clusters,
  rules: readonly IdRule[],
): Pick<Target, 'sample' | 'clusterIds'> {
  const rowOf = new Map(storeIds.map((id, row) => [id, row]))
  const placeOf = new Map(placed.map((id, place) => [id, place]))
  const pairs = matchIds(storeIds, placed, rules).pairs.flatMap(({ left, right }) => {
    const [row, place] = [rowOf.get(left), placeOf.get(right)]
    return row === undefined || place === undefined || noData[place] === 1 ? [] : [{ row, place }]
  })
  pairs.sort((a, b) => a.row - b.row)
  const ids = Int32Array.from(pairs, ({ place }) => clusters[place])
  const clusterIds = Int32Array.from(new Set(ids)).sort()
  return {
    sample: {
      rows: Int32Array.from(pairs, ({ row }) => row),
      classes: ids.map((id) => clusterIds.indexOf(id)),
    },
    clusterIds,
  }
}

function reasonOf(isNamed: boolean, nKnown: number): string {
  if (isNamed) return 'named by selection_category'
  return nKnown === 1 ? 'the only category' : 'the category with the most stores'
}

function unknownCategory(category: string, known: FanIn<unknown>) {
  const names = known.map(({ partition }) => partition)
  const near = nearest(category, names)
  return {
    code: 'unknown_category',
    message: `No category with internal clusters is named ${category}, so no features can be selected by them.`,
    path: 'selection_category',
    hint:
      near === null ? `There are: ${names.slice(0, 12).join(', ')}.` : `Did you mean "${near}"?`,
  }
}

import { etaSquared } from '../../../math/eta-squared'
import { columnOf, selectRows } from '../../../math/matrix'
import { mean } from '../../../math/mean'
import { median } from '../../../math/median'
import { standardDeviation } from '../../../math/standard-deviation'
import type { ImputedFeatures } from '../../feature-engineering/imputed-features/spec'
import { finiteOrNull } from '../../finite-or-null'
import { rowsOfStores } from '../../rows-of-stores'
import type { ClusterProfiles } from './spec'

/** Placed stores with their cluster: `labels` are places in `clusters`. */
type Grouping = {
  readonly clusters: readonly string[]
  readonly labels: Int32Array
}

/** Features, and the placed stores by the ids that the features have. */
type Block = { readonly features: ImputedFeatures; readonly storeIds: readonly string[] }

type Profiled = Omit<ClusterProfiles['branches'][number], 'branch'>
type Profile = Profiled['features'][number]

/** Mean, median, sd (ddof 0), index and z of every feature of the blocks in every cluster. */
export function profileFeatures(grouping: Grouping, blocks: readonly Block[]): Profiled {
  const { clusters, labels } = grouping
  const rows = clusters.map((): number[] => [])
  labels.forEach((label, row) => rows[label].push(row))
  const groups = { labels, rows }
  return {
    clusters: clusters.map((cluster, c) => ({ cluster, size: rows[c].length })),
    features: blocks.flatMap((block) => {
      const matrix = rowsFor(block)
      return block.features.featureNames.map((name, j) =>
        profileFeature(name, columnOf(matrix, j), groups),
      )
    }),
  }
}

function rowsFor({ features, storeIds }: Block) {
  const { X, storeIds: ids, featureNames } = features
  const matrix = { X, nSamples: ids.length, nFeatures: featureNames.length }
  return selectRows(matrix, rowsOfStores(storeIds, ids, 'features'))
}

type Groups = { readonly labels: Int32Array; readonly rows: readonly (readonly number[])[] }

function profileFeature(name: string, values: Float64Array, { labels, rows }: Groups): Profile {
  const chainMean = mean(values)
  const chainSd = standardDeviation(values)
  return {
    name,
    chainMean,
    chainSd,
    etaSquared: rows.length < 2 ? null : finiteOrNull(etaSquared(values, labels)),
    cells: rows.map((members) => {
      const own = Float64Array.from(members, (row) => values[row])
      const ownMean = mean(own)
      return {
        mean: ownMean,
        median: median(own),
        sd: standardDeviation(own),
        index: finiteOrNull((ownMean / chainMean) * 100),
        z: chainSd === 0 ? 0 : (ownMean - chainMean) / chainSd,
      }
    }),
  }
}

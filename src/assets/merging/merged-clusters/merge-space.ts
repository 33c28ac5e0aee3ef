import { columnOf, type Matrix, selectRows } from '../../../math/matrix'
import { mean } from '../../../math/mean'
import { standardDeviation } from '../../../math/standard-deviation'
import type { NormalizedData } from '../../feature-engineering/normalized-data/spec'
import { rowsOfStores } from '../../rows-of-stores'
import type { MergedClusters } from './spec'

type Space = MergedClusters['space']

/** The features of one view, and the joined stores by the ids of that view. */
type View = { readonly space: NormalizedData; readonly storeIds: readonly string[] }

/**
 * Both blocks of features over the joined stores: after transform, z-scored (ddof 0, sd 0 taken as
 * 1), times the feature weight; then each block times sqrt(its block weight / its total variance),
 * so that neither view rules by its number of columns. No block weight: no block factor.
 */
export function buildMergeSpace(
  views: readonly [internal: View, external: View],
  blockWeight: readonly [number, number] | null,
): Space {
  const [internal, external] = views.map(({ space }) => space)
  const blocks = views.map((view, b) => {
    const scaled = scaleColumns(rowsOf(view), view.space.weights)
    return blockWeight === null ? scaled : weighBlock(scaled, blockWeight[b])
  })
  return {
    featureNames: [...internal.featureNames, ...external.featureNames],
    nInternal: internal.featureNames.length,
    X: joinBlocks(blocks[0], blocks[1]),
    blockWeight: blockWeight && [blockWeight[0], blockWeight[1]],
  }
}

/** The transformed features of the given stores, found by id. */
function rowsOf({ space, storeIds }: View): Matrix {
  const { transformed, storeIds: ids, featureNames } = space
  const matrix = { X: transformed, nSamples: ids.length, nFeatures: featureNames.length }
  return selectRows(matrix, rowsOfStores(storeIds, ids, 'features'))
}

function scaleColumns(matrix: Matrix, weights: Float64Array): Matrix {
  const { nSamples, nFeatures } = matrix
  const X = new Float64Array(matrix.X.length)
  for (let j = 0; j < nFeatures; j++) {
    const values = columnOf(matrix, j)
    const center = mean(values)
    const factor = weights[j] / (standardDeviation(values) || 1)
    for (let i = 0; i < nSamples; i++) X[i * nFeatures + j] = (values[i] - center) * factor
  }
  return { ...matrix, X }
}

/** A block whose stores do not differ stays where it is: it cannot tell them apart. */
function weighBlock(block: Matrix, weight: number): Matrix {
  let squares = 0
  for (const value of block.X) squares += value * value
  const totalVariance = squares / block.nSamples
  if (!(totalVariance > 0)) return block
  const factor = Math.sqrt(weight / totalVariance)
  return { ...block, X: block.X.map((value) => value * factor) }
}

function joinBlocks(left: Matrix, right: Matrix): Float64Array {
  const width = left.nFeatures + right.nFeatures
  const X = new Float64Array(left.nSamples * width)
  for (let i = 0; i < left.nSamples; i++) {
    X.set(left.X.subarray(i * left.nFeatures, (i + 1) * left.nFeatures), i * width)
    X.set(
      right.X.subarray(i * right.nFeatures, (i + 1) * right.nFeatures),
      i * width + left.nFeatures,
    )
  }
  return X
}

import type { AssignedClusters } from '../../../assets/cluster-assignment/assign-clusters/spec'
import type { DimensionalityReducedFeatures } from '../../../assets/feature-engineering/dimensionality-reduced-features/spec'
import type { ClusterReassignment } from '../../../assets/merging/cluster-reassignment/spec'
import type { Profile } from '../shown-clusters.model'

/** Stores `s0`, `s1` ... in these clusters, with these margins to the runner-up. */
export function assignedTo(
  clusters: readonly number[],
  margins: readonly number[] = clusters.map(() => 0.5),
): AssignedClusters {
  const n = clusters.length
  return {
    storeIds: clusters.map((_, i) => `s${i}`),
    clusters: Int32Array.from(clusters),
    nClusters: new Set(clusters).size,
    clusterIds: Int32Array.from(new Set(clusters)).sort(),
    distance: new Float64Array(n).fill(1),
    runnerUp: Int32Array.from(clusters, (cluster) => (cluster === 1 ? 2 : 1)),
    runnerUpDistance: new Float64Array(n).fill(2),
    margin: Float64Array.from(margins),
    silhouette: new Float64Array(n).fill(0.4),
    isOutlier: new Uint8Array(n),
    isNoise: new Uint8Array(n),
    noData: new Uint8Array(n),
    filledCells: new Int32Array(n),
    overrides: [],
    locked: [],
    separate: [],
    excluded: [],
  }
}

/** Stores in their final merged clusters, and where they came from; under 2 stores is small. */
export function reassignedFrom(
  rebalanced: readonly string[],
  movedFrom: readonly string[],
): ClusterReassignment {
  const count = (labels: readonly string[]) =>
    [...new Set(labels)].map((cluster) => ({
      cluster,
      size: labels.filter((label) => label === cluster).length,
    }))
  const before = rebalanced.map((label, i) =>
    movedFrom[i] === '' ? label : (movedFrom[i] ?? label),
  )
  const moved = movedFrom.flatMap((from, i) => (from === '' ? [] : [{ from, i }]))
  return {
    storeIds: rebalanced.map((_, i) => `s${i}`),
    externalStoreIds: rebalanced.map((_, i) => `s${i}`),
    rebalanced,
    movedFrom,
    distance: new Float64Array(rebalanced.length).fill(1),
    runnerUp: rebalanced.map(() => ''),
    runnerUpDistance: new Float64Array(rebalanced.length).fill(4),
    moves: moved.map(({ from, i }) => ({
      storeId: `s${i}`,
      from,
      to: rebalanced[i] ?? '',
      dFrom: 0.5,
      dTo: 1,
      by: 'size' as const,
      runnerUp: '',
      runnerUpDistance: 4,
    })),
    sizesBefore: count(before),
    sizesAfter: count(rebalanced),
    withinBefore: 1,
    withinAfter: 1,
    silhouetteBefore: null,
    silhouetteAfter: null,
    minClusterSize: 2,
    workableMinClusterSize: 2,
    overrides: [],
    locked: [],
    excluded: [],
  }
}

/** Two components of three features; store `s<i>` lies at (i, 10 i). */
export function reducedOf(n: number): DimensionalityReducedFeatures {
  return {
    storeIds: Array.from({ length: n }, (_, i) => `s${i}`),
    componentNames: ['PC1', 'PC2'],
    X: Float64Array.from({ length: 2 * n }, (_, at) => (at % 2 === 0 ? at / 2 : 5 * (at - 1))),
    hasData: new Uint8Array(n).fill(1),
    isOutlier: new Uint8Array(n),
    isFitted: new Uint8Array(n).fill(1),
    outlierPolicy: 'assign',
    pca: {
      method: 'linear',
      featureNames: ['% Sales PARTY SIZE', '% Sales LATE NIGHT', 'median_age'],
      mean: new Float64Array(3),
      components: Float64Array.of(0.8, -0.6, 0.1, 0.1, 0.2, 0.9),
      nComponents: 2,
      explainedVariance: Float64Array.of(2, 1),
      explainedVarianceRatio: Float64Array.of(0.6, 0.3),
    },
  }
}

/** Two clusters and three features: two peak in cluster 2, one in cluster 1. */
export function profileOf(): Profile {
  const cell = (mean: number, index: number | null, z: number) => ({
    mean,
    median: mean,
    sd: 1,
    index,
    z,
  })
  const feature = (name: string, chainMean: number, etaSquared: number) => ({
    name,
    chainMean,
    chainSd: 10,
    etaSquared,
  })
  return {
    branch: 'internal',
    clusters: [
      { cluster: '1', size: 3 },
      { cluster: '2', size: 2 },
    ],
    features: [
      { ...feature('% Sales LATE NIGHT', 20, 0.9), cells: [cell(10, 50, -1), cell(40, 200, 2)] },
      { ...feature('temperature', -5, 0.2), cells: [cell(-8, 160, -0.3), cell(-2, 40, 0.3)] },
      { ...feature('% Sales LUNCHBOX', 30, 0.5), cells: [cell(45, 150, 1.5), cell(15, 50, -1.5)] },
    ],
  }
}

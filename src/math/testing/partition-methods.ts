import { adjustedRandIndex } from '../adjusted-rand-index'
import { bestJaccards } from '../best-jaccards'
import { calinskiHarabaszScore } from '../calinski-harabasz-score'
import { clusterMeans } from '../cluster-means'
import { daviesBouldinScore } from '../davies-bouldin-score'
import { gapStatistic } from '../gap-statistic'
import { inertia } from '../inertia'
import { linearSumAssignment } from '../linear-sum-assignment'
import { type LloydFit, runLloyd } from '../lloyd'
import { columnOf, type Matrix } from '../matrix'
import { nearestCenters } from '../nearest-centers'
import { normalizedMutualInfo } from '../normalized-mutual-info'
import { fitPca } from '../pca'
import { silhouetteSamples } from '../silhouette'
import { madeLabels } from './made-matrix'
import { method } from './method'

/** How good a partition is, and how alike two are. */
export const partitionMethods = [
  method('silhouette samples', (matrix, n) => silhouetteSamples(matrix, labelsOf(matrix, n))),
  method('Calinski-Harabasz', (matrix, n) => [calinskiHarabaszScore(matrix, labelsOf(matrix, n))]),
  method('Davies-Bouldin', (matrix, n) => [daviesBouldinScore(matrix, labelsOf(matrix, n))]),
  method('adjusted Rand index', (matrix, n) => [
    adjustedRandIndex(labelsOf(matrix, n), labelsOf(matrix, n + 1)),
  ]),
  method('normalized mutual information', (matrix, n) => [
    normalizedMutualInfo(labelsOf(matrix, n), labelsOf(matrix, n + 1)),
  ]),
  method('linear sum assignment', (matrix) => [assignedCost(matrix)]),
  method('Lloyd from given rows: centres', (matrix) => lloyd(matrix).clusterCenters),
  method('Lloyd from given rows: inertia', (matrix) => [lloyd(matrix).inertia]),
  method('Lloyd from given rows: labels', (matrix) => lloyd(matrix).labels),
  method('PCA', (matrix) => {
    const { explainedVariance, explainedVarianceRatio } = fitPca(matrix)
    return [...explainedVariance, ...explainedVarianceRatio]
  }),
  method('cluster means', (matrix, n) => clusterMeans(matrix, labelsOf(matrix, n)).centers.X),
  method('inertia', (matrix, n) => [inertia(matrix, labelsOf(matrix, n))]),
  method('nearest centres', (matrix) => {
    const centers = matrix.X.subarray(0, 3 * matrix.nFeatures)
    const { labels, distances, runnerUpDistances } = nearestCenters(matrix, centers, 3)
    return [...labels, ...distances, ...runnerUpDistances]
  }),
  method('best Jaccard similarities', (matrix, n) => {
    const labels = labelsOf(matrix, n)
    const nClusters = labels.reduce((most, label) => Math.max(most, label), 0) + 1
    return bestJaccards(labels, nClusters, labelsOf(matrix, n + 1))
  }),
  method('gap and its error', (matrix) => {
    const [own, ...others] = columnTotals(matrix).map((total) => total + 1)
    const { gap, error } = gapStatistic(own, Float64Array.from(others))
    return [gap, error]
  }),
]

function labelsOf({ nSamples }: Matrix, number: number): Int32Array {
  return madeLabels(number, nSamples)
}

function lloyd(matrix: Matrix): LloydFit {
  const init = matrix.X.slice(0, 3 * matrix.nFeatures)
  return runLloyd(matrix, { init, maxIter: 300, tolerance: 0 })
}

function columnTotals(matrix: Matrix): readonly number[] {
  return Array.from({ length: matrix.nFeatures }, (_, j) =>
    columnOf(matrix, j).reduce((sum, value) => sum + value, 0),
  )
}

function assignedCost(matrix: Matrix): number {
  const { X, nFeatures } = matrix
  const columns = linearSumAssignment(matrix)
  return columns.reduce((sum, j, i) => (j === -1 ? sum : sum + X[i * nFeatures + j]), 0)
}

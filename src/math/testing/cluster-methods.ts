import { fitAgglomerative } from '../agglomerative'
import { fitDbscan } from '../dbscan'
import { cutDendrogram } from '../dendrogram'
import type { CovarianceType } from '../gaussian-components'
import { fitGaussianMixture, type GaussianMixture, mixtureDefaults } from '../gaussian-mixture'
import { fitHdbscan } from '../hdbscan'
import type { Matrix } from '../matrix'
import { madeLabels } from './made-matrix'
import { method } from './method'

/** Clusterings that do not depend on a seed. */
export const clusterMethods = [
  ...(['ward', 'average', 'complete'] as const).flatMap((linkage) => [
    method(`${linkage} linkage: heights`, (matrix) => fitAgglomerative(matrix, linkage).heights),
    method(`${linkage} linkage: labels`, (matrix) =>
      cutDendrogram(fitAgglomerative(matrix, linkage), 4),
    ),
  ]),
  ...(['full', 'diag'] as const).flatMap((type) => [
    method(`${type} mixture: components`, (matrix, number) => {
      const { components, lowerBound, nIter } = mixture(matrix, number, type)
      const { weights, means, covariances } = components
      return [...weights, ...means, ...covariances, lowerBound, nIter]
    }),
    method(
      `${type} mixture: shares`,
      (matrix, number) => mixture(matrix, number, type).responsibilities,
    ),
  ]),
  method('DBSCAN', (matrix) => {
    const eps = 0.6 * Math.sqrt(matrix.nFeatures)
    return byFirstRow(fitDbscan(matrix, { eps, minSamples: 4 }).labels)
  }),
  method('HDBSCAN', (matrix) => fitHdbscan(matrix, 5).labels),
]

function mixture(matrix: Matrix, number: number, covarianceType: CovarianceType): GaussianMixture {
  const labels = madeLabels(number, matrix.nSamples)
  const nComponents = labels.reduce((most, label) => Math.max(most, label), 0) + 1
  const start = new Float64Array(labels.length * nComponents)
  labels.forEach((label, row) => {
    start[row * nComponents + label] = 1
  })
  return fitGaussianMixture(matrix, start, { ...mixtureDefaults, covarianceType })
}

/** Clusters numbered by their first row, not by their first core row; noise stays -1. */
function byFirstRow(labels: Int32Array): Int32Array {
  const numbers = new Map([[-1, -1]])
  return labels.map((label) => {
    const number = numbers.get(label) ?? numbers.size - 1
    numbers.set(label, number)
    return number
  })
}

import { fitBayesianRidge } from '../bayesian-ridge'
import { fitIterativeImputer } from '../iterative-imputer'
import { fitKnnImputer, transformKnnImputer } from '../knn-imputer'
import { columnOf, type Matrix } from '../matrix'
import { method } from './method'

/** Missing cells filled, and the regression that fills them. */
export const imputingMethods = [
  method('knn imputer', (matrix) => transformKnnImputer(fitKnnImputer(matrix, 3), matrix)),
  method('iterative imputer', (matrix) => fitIterativeImputer(matrix).X, 1e-6),
  method('Bayesian ridge', lastByOthers),
]

function lastByOthers(matrix: Matrix): readonly number[] {
  const last = matrix.nFeatures - 1
  const X = matrix.X.filter((_, cell) => cell % matrix.nFeatures !== last)
  const others = { X, nSamples: matrix.nSamples, nFeatures: last }
  const { coefficients, intercept } = fitBayesianRidge(others, columnOf(matrix, last))
  return [...coefficients, intercept]
}

import { confusionMatrix } from '../confusion-matrix'
import { denseRanks } from '../dense-ranks'
import { giniSplit, keysFor } from '../gini-split'
import type { Matrix } from '../matrix'
import { madeLabels } from './made-matrix'
import { method } from './method'

const nClasses = 8

/** Trees, and how often one class is told for another. */
export const treeMethods = [
  method('confusion matrix', ({ nSamples }, number) =>
    confusionMatrix(madeLabels(number, nSamples), madeLabels(number + 1, nSamples), nClasses),
  ),
  method('Gini decrease of each column', decreases),
]

function decreases(matrix: Matrix, number: number): readonly number[] {
  const ranked = denseRanks(matrix)
  const labels = madeLabels(number, matrix.nSamples)
  const keys = keysFor(matrix.nSamples, ranked, nClasses)
  const rows = Int32Array.from(labels, (_, row) => row)
  return Array.from({ length: matrix.nFeatures }, (_, feature) => {
    const split = giniSplit({ ranked, labels, nClasses, keys }, rows, feature)
    return split?.decrease ?? 0
  })
}

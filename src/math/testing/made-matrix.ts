import type { Matrix } from '../matrix'
import { type Words, wordStream } from './word-stream'

/**
 * What a method can take: `missing` as it is and `gaps` with more empty cells, the others without
 * one. `continuous` and `gaps` are scaled and have no ties.
 */
export type MatrixKind =
  | 'missing'
  | 'plain'
  | 'positive'
  | 'shares'
  | 'scaled'
  | 'continuous'
  | 'gaps'

/**
 * Matrix `number` of the comparison with scikit-learn, about one cell in eight NaN: 8 to 60 rows, 2
 * to 8 columns, three loose groups. `.ci/references/made_matrix.py` makes the same bits.
 */
export function madeMatrix(number: number): Matrix {
  const stream = wordStream(number + 1)
  const nSamples = 8 + stream.below(53)
  const nFeatures = 2 + stream.below(7)
  const kinds = Array.from({ length: nFeatures }, () => stream.below(6))
  const apart = Array.from({ length: nFeatures }, () => stream.below(2) * 3)
  const X = new Float64Array(nSamples * nFeatures)
  for (let i = 0; i < nSamples; i++) {
    for (let j = 0; j < nFeatures; j++) {
      const value = madeCell(kinds[j], stream) + apart[j] * (i % 3)
      X[i * nFeatures + j] = stream.below(8) === 0 && i > 1 ? NaN : value
    }
  }
  return { X, nSamples, nFeatures }
}

/** Labels of 2 to 5 clusters, each of them with a row. */
export function madeLabels(number: number, nSamples: number): Int32Array {
  const stream = wordStream(number + 100_000)
  const k = 2 + stream.below(4)
  const labels = new Int32Array(nSamples)
  for (let i = 0; i < nSamples; i++) labels[i] = i < k ? i : stream.below(k)
  return labels
}

function madeCell(kind: number, stream: Words): number {
  const u = stream.unit()
  if (kind === 0) return u
  if (kind === 1) return u + stream.unit() + stream.unit() + stream.unit() - 2
  if (kind === 2) return u * u * u * 1000
  if (kind === 3) return Math.floor(u * 6)
  if (kind === 4) return 1_000_000 + u
  return u < 0.7 ? 0 : u * 10
}

import { linearSumAssignment } from './linear-sum-assignment'
import type { Matrix } from './matrix'
import type { Random } from './random'
import { squaredBetween } from './squared-between'

/**
 * Centres for a new start from those of two fits (Gribel and Vidal 2019, HG-means): the centres of
 * the two are paired so that the pairs are near, one of each pair is taken, then one centre is
 * given up for a row drawn in proportion to its squared distance to the rest.
 * @param one nClusters x nFeatures, row-major, as `other`.
 */
export function recombineCenters(
  matrix: Matrix,
  one: Float64Array,
  other: Float64Array,
  random: Random,
): Float64Array {
  const { nFeatures } = matrix
  const nClusters = one.length / nFeatures
  const child = one.slice()
  if (one !== other) {
    const partners = linearSumAssignment(gapsBetween(one, other, nFeatures))
    for (let c = 0; c < nClusters; c++) {
      if (random.nextInt(2) === 0) continue
      const start = partners[c] * nFeatures
      child.set(other.subarray(start, start + nFeatures), c * nFeatures)
    }
  }
  const removed = random.nextInt(nClusters)
  const row = drawFar(matrix, child, removed, random)
  child.set(matrix.X.subarray(row * nFeatures, (row + 1) * nFeatures), removed * nFeatures)
  return child
}

function gapsBetween(one: Float64Array, other: Float64Array, nFeatures: number): Matrix {
  const nClusters = one.length / nFeatures
  const X = new Float64Array(nClusters * nClusters)
  for (let a = 0; a < nClusters; a++)
    for (let b = 0; b < nClusters; b++)
      X[a * nClusters + b] = squaredBetween({ X: one, nFeatures }, a, other, b)
  return { X, nSamples: nClusters, nFeatures: nClusters }
}

/** A row drawn in proportion to its squared distance to the nearest centre but one. */
function drawFar(matrix: Matrix, centers: Float64Array, except: number, random: Random): number {
  const { nSamples } = matrix
  const nClusters = centers.length / matrix.nFeatures
  const cumulative = new Float64Array(nSamples)
  let total = 0
  for (let i = 0; i < nSamples; i++) {
    let least = Infinity
    for (let c = 0; c < nClusters; c++) {
      if (c === except) continue
      const squared = squaredBetween(matrix, i, centers, c)
      if (squared < least) least = squared
    }
    cumulative[i] = total += least
  }
  const target = random.next() * total
  let row = 0
  while (row < nSamples - 1 && !(cumulative[row] > target)) row++
  return row
}

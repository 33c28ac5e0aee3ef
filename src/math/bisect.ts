import { clusterMeans } from './cluster-means'
import { inertia } from './inertia'
import { runLloyd } from './lloyd'
import { selectRows, toRows, type Matrix } from './matrix'

export type Bisection = {
  /** Centres of the two halves. */
  readonly first: Float64Array
  readonly second: Float64Array
  /** How much the inertia of the cluster falls; 0 where it cannot be split. */
  readonly gain: number
}

/** Steps of power iteration towards the axis of largest variance, and of Lloyd after the cut. */
const nSteps = 10

/** Splits one cluster in two: cut across its longest axis, then a few steps of Lloyd. */
export function bisect(matrix: Matrix, labels: Int32Array, cluster: number): Bisection {
  const members = [...labels.keys()].filter((i) => labels[i] === cluster)
  const own = selectRows(matrix, members)
  const { X: center } = clusterMeans(own, new Int32Array(own.nSamples)).centers
  if (own.nSamples < 2) return { first: center, second: center, gain: 0 }
  const axis = longestAxis(own, center)
  const init = new Float64Array(2 * own.nFeatures)
  for (let j = 0; j < own.nFeatures; j++) {
    init[j] = center[j] - axis[j]
    init[own.nFeatures + j] = center[j] + axis[j]
  }
  const { clusterCenters, inertia: after } = runLloyd(own, toRows(own), {
    init,
    maxIter: nSteps,
    tolerance: 0,
  })
  return {
    first: clusterCenters.slice(0, own.nFeatures),
    second: clusterCenters.slice(own.nFeatures),
    gain: inertia(own, new Int32Array(own.nSamples)) - after,
  }
}

/** One standard deviation along the direction of (nearly) the largest variance. */
function longestAxis(matrix: Matrix, center: Float64Array): Float64Array {
  const { nFeatures } = matrix
  let axis = farthestDirection(matrix, center)
  for (let step = 0; step < nSteps; step++) {
    const next = new Float64Array(nFeatures)
    forEachOffset(matrix, center, (offset) => {
      const along = dot(offset, axis)
      for (let j = 0; j < nFeatures; j++) next[j] += along * offset[j]
    })
    const length = Math.sqrt(dot(next, next))
    if (length === 0) return axis
    axis = next.map((value) => value / length)
  }
  let variance = 0
  forEachOffset(matrix, center, (offset) => {
    variance += dot(offset, axis) ** 2
  })
  const deviation = Math.sqrt(variance / matrix.nSamples)
  return axis.map((value) => value * deviation)
}

/** From the centre to the row farthest from it, the first on a tie. */
function farthestDirection(matrix: Matrix, center: Float64Array): Float64Array {
  let farthest = new Float64Array(matrix.nFeatures)
  forEachOffset(matrix, center, (offset) => {
    if (dot(offset, offset) > dot(farthest, farthest)) farthest = offset.slice()
  })
  return farthest
}

function forEachOffset(
  { X, nSamples, nFeatures }: Matrix,
  center: Float64Array,
  visit: (offset: Float64Array) => void,
): void {
  const offset = new Float64Array(nFeatures)
  for (let i = 0; i < nSamples; i++) {
    for (let j = 0; j < nFeatures; j++) offset[j] = X[i * nFeatures + j] - center[j]
    visit(offset)
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let j = 0; j < a.length; j++) sum += a[j] * b[j]
  return sum
}

import { type Matrix, rowOf } from '../../math/matrix'
import { mixtureResponsibilities } from '../../math/mixture-responsibilities'
import { type NearestCenters, nearestCenters } from '../../math/nearest-centers'
import { squaredDistances } from '../../math/squared-distances'
import type { Shape } from './fit'
import type { ClusteringModel } from './train-clustering-models/spec'

export type Placing = Pick<ClusteringModel, 'clusterCenters' | 'nClusters' | 'shape' | 'exceptions'>

/** Distances are to the own centre and to the nearest other one, whatever chose the cluster. */
export type Placed = NearestCenters & {
  /** 1 where the model calls a row noise; its label is then the cluster of the nearest core row. */
  readonly isNoise: Uint8Array
}

/**
 * The cluster of complete rows in the space of the model, by the shape of its clusters. A row that
 * equals one of the exceptions goes where the fit put that one.
 */
export function placeRows(matrix: Matrix, model: Placing): Placed {
  const chosen = chooseClusters(matrix, model)
  const exceptionAt = findExceptions(matrix, model.exceptions)
  for (let row = 0; row < matrix.nSamples; row++) {
    const exception = exceptionAt(row)
    if (exception === null) continue
    chosen.isNoise[row] = exception === -1 ? 1 : 0
    if (exception !== -1) chosen.labels[row] = exception
  }
  return { ...measureTo(matrix, chosen.labels, model), isNoise: chosen.isNoise }
}

/** How far rows are from the centre of the cluster that they are in, and from the next one. */
export function measureTo(
  matrix: Matrix,
  labels: Int32Array,
  { clusterCenters, nClusters }: Pick<Placing, 'clusterCenters' | 'nClusters'>,
): NearestCenters {
  const centers = { ...matrix, X: clusterCenters, nSamples: nClusters }
  const distances = new Float64Array(matrix.nSamples)
  const runnerUp = new Int32Array(matrix.nSamples).fill(-1)
  const runnerUpDistances = new Float64Array(matrix.nSamples).fill(NaN)
  const squared = new Float64Array(nClusters)
  labels.forEach((label, row) => {
    squaredDistances(centers, rowOf(matrix, row), squared)
    distances[row] = label === -1 ? NaN : Math.sqrt(squared[label])
    let next = -1
    for (let other = 0; other < nClusters; other++)
      if (other !== label && (next === -1 || squared[other] < squared[next])) next = other
    if (label === -1 || next === -1) return
    runnerUp[row] = next
    runnerUpDistances[row] = Math.sqrt(squared[next])
  })
  return { labels, distances, runnerUp, runnerUpDistances }
}

type Chosen = { readonly labels: Int32Array; readonly isNoise: Uint8Array }

function chooseClusters(
  matrix: Matrix,
  { shape, clusterCenters, nClusters }: Omit<Placing, 'exceptions'>,
): Chosen {
  if (shape.kind === 'points') return choosePoints(matrix, shape)
  const isNoise = new Uint8Array(matrix.nSamples)
  if (shape.kind === 'gaussians')
    return { labels: mixtureResponsibilities(matrix, shape.components).labels, isNoise }
  return { labels: nearestCenters(matrix, clusterCenters, nClusters).labels, isNoise }
}

function choosePoints(matrix: Matrix, shape: Extract<Shape, { kind: 'points' }>): Chosen {
  const nPoints = shape.labels.length
  const points = { ...matrix, X: shape.points, nSamples: nPoints }
  const squared = new Float64Array(nPoints)
  const labels = new Int32Array(matrix.nSamples)
  const isNoise = new Uint8Array(matrix.nSamples)
  for (let row = 0; row < matrix.nSamples; row++) {
    squaredDistances(points, rowOf(matrix, row), squared)
    let nearest = 0
    for (let at = 1; at < nPoints; at++) if (squared[at] < squared[nearest]) nearest = at
    const label = shape.labels[nearest]
    const reach = shape.reaches[label] * shape.reaches[label]
    let nNear = 0
    for (let at = 0; at < nPoints && nNear < shape.nNeighbors; at++)
      if (squared[at] <= reach) nNear++
    labels[row] = label
    isNoise[row] = squared[nearest] <= reach && nNear >= shape.nNeighbors ? 0 : 1
  }
  return { labels, isNoise }
}

/** Answers the label of the first exception that a row equals; null where there is none. */
function findExceptions(
  matrix: Matrix,
  { points, labels }: Placing['exceptions'],
): (row: number) => number | null {
  const { nFeatures } = matrix
  const exceptions = { X: points, nSamples: labels.length, nFeatures }
  const byFirstCell = new Map<number, number[]>()
  labels.forEach((_, at) => {
    const cell = points[at * nFeatures]
    byFirstCell.set(cell, [...(byFirstCell.get(cell) ?? []), at])
  })
  return (row) => {
    const cells = rowOf(matrix, row)
    const equal = (byFirstCell.get(cells[0]) ?? []).find((at) =>
      rowOf(exceptions, at).every((value, j) => value === cells[j]),
    )
    return equal === undefined ? null : labels[equal]
  }
}

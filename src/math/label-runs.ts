import { selectRows, type Matrix } from './matrix'
import { squaredDistances } from './squared-distances'

/**
 * Rows sorted by the tuple of their labels in several labelings. A run is a stretch of rows with
 * equal tuples: one sum of distances over it serves every labeling.
 */
export type LabelRuns = {
  readonly members: Matrix
  /** Sorted position -> row. */
  readonly order: Int32Array
  /** Where each run starts in `order`, and the end. */
  readonly starts: Int32Array
  /** One array a labeling: the label of each run. */
  readonly runLabels: readonly Int32Array[]
  /** One array a labeling: the number of rows of each label. */
  readonly sizes: readonly Int32Array[]
}

/** Sorts the rows into runs; ties keep the order of the rows. */
export function findLabelRuns(matrix: Matrix, labelings: readonly Int32Array[]): LabelRuns {
  const order = Int32Array.from({ length: matrix.nSamples }, (_, i) => i)
  order.sort((a, b) => compareTuples(labelings, a, b) || a - b)
  const starts: number[] = []
  for (let at = 0; at < order.length; at++) {
    if (at === 0 || compareTuples(labelings, order[at - 1], order[at]) !== 0) starts.push(at)
  }
  return {
    members: selectRows(matrix, order),
    order,
    starts: Int32Array.from([...starts, order.length]),
    runLabels: labelings.map((labels) => Int32Array.from(starts, (at) => labels[order[at]])),
    sizes: labelings.map(countLabels),
  }
}

/** Sum of the Euclidean distances from `row` to the rows of each run. */
export function createRunSums({ members, starts }: LabelRuns): (row: Float64Array) => Float64Array {
  const squared = new Float64Array(members.nSamples)
  const sums = new Float64Array(starts.length - 1)
  return (row) => {
    squaredDistances(members, row, squared)
    for (let run = 0; run < sums.length; run++) {
      let sum = 0
      for (let at = starts[run]; at < starts[run + 1]; at++) sum += Math.sqrt(squared[at])
      sums[run] = sum
    }
    return sums
  }
}

/** Adds the sums of the runs up by their label; runs labelled -1 are in no cluster. */
export function addRuns(runSums: Float64Array, runLabels: Int32Array, out: Float64Array): void {
  out.fill(0)
  for (let run = 0; run < runSums.length; run++) {
    if (runLabels[run] >= 0) out[runLabels[run]] += runSums[run]
  }
}

function compareTuples(labelings: readonly Int32Array[], a: number, b: number): number {
  for (const labels of labelings) {
    if (labels[a] !== labels[b]) return labels[a] - labels[b]
  }
  return 0
}

function countLabels(labels: Int32Array): Int32Array {
  const nLabels = labels.reduce((largest, label) => Math.max(largest, label), -1) + 1
  const sizes = new Int32Array(nLabels)
  for (const label of labels) if (label >= 0) sizes[label]++
  return sizes
}

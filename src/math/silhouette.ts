import { addRuns, createRunSums, findLabelRuns } from './label-runs'
import { rowOf, type Matrix } from './matrix'
import { mean } from './mean'

/**
 * Exact silhouettes (Rousseeuw 1987; scikit-learn `silhouette_samples`) of several labelings of the
 * same rows: s = (b - a) / max(a, b), a the mean Euclidean distance to the other members of the own
 * cluster, b the least mean distance to another cluster. All labelings share one pass over the
 * pairs of rows, in O(nSamples) memory.
 *
 * A singleton is 0, and so is a row with a = b. NaN for a row labelled -1, which counts in no
 * cluster (see `silhouetteOfOthers`), and for every row when there are fewer than two clusters.
 */
export function silhouetteSamplesOf(
  matrix: Matrix,
  labelings: readonly Int32Array[],
): readonly Float64Array[] {
  const runs = findLabelRuns(matrix, labelings)
  const runSums = createRunSums(runs)
  const sums = runs.sizes.map((sizes) => new Float64Array(sizes.length))
  const samples = labelings.map(() => new Float64Array(matrix.nSamples))
  for (const i of runs.order) {
    const ofRuns = runSums(rowOf(matrix, i))
    for (let l = 0; l < labelings.length; l++) {
      const label = labelings[l][i]
      addRuns(ofRuns, runs.runLabels[l], sums[l])
      samples[l][i] = silhouette(sums[l], runs.sizes[l], { label, isMember: true })
    }
  }
  return samples
}

/** The silhouettes of one labeling. */
export function silhouetteSamples(matrix: Matrix, labels: Int32Array): Float64Array {
  return silhouetteSamplesOf(matrix, [labels])[0]
}

/** Mean silhouette of the rows that have one; NaN when none has. */
export function silhouetteScore(matrix: Matrix, labels: Int32Array): number {
  return mean(silhouetteSamples(matrix, labels))
}

/** Rows with the cluster of each, -1 for none. */
export type LabeledRows = { readonly matrix: Matrix; readonly labels: Int32Array }

/**
 * Silhouettes of rows that are no members, such as outliers placed after the fit: a is the mean
 * distance to all members of the cluster each was given, b the least to the
 * members of another. NaN for label -1, for a cluster without members, and with fewer than two.
 */
export function silhouetteOfOthers(members: LabeledRows, others: LabeledRows): Float64Array {
  const runs = findLabelRuns(members.matrix, [members.labels])
  const runSums = createRunSums(runs)
  const sums = new Float64Array(runs.sizes[0].length)
  return Float64Array.from(others.labels, (label, i) => {
    addRuns(runSums(rowOf(others.matrix, i)), runs.runLabels[0], sums)
    return silhouette(sums, runs.sizes[0], { label, isMember: false })
  })
}

/** From the sums of distances to the members of each cluster. */
function silhouette(
  sums: Float64Array,
  sizes: Int32Array,
  { label, isMember }: { readonly label: number; readonly isMember: boolean },
): number {
  const size = label >= 0 && label < sizes.length ? sizes[label] : 0
  const b = leastMean(sums, sizes, label)
  if (size === 0 || b === Infinity) return NaN
  if (isMember && size === 1) return 0
  const a = sums[label] / (isMember ? size - 1 : size)
  return a === b ? 0 : (b - a) / Math.max(a, b)
}

/** Least mean distance to a cluster other than `own`; Infinity when there is no other. */
function leastMean(sums: Float64Array, sizes: Int32Array, own: number): number {
  let least = Infinity
  for (let c = 0; c < sizes.length; c++) {
    if (c !== own && sizes[c] > 0) least = Math.min(least, sums[c] / sizes[c])
  }
  return least
}

import { linearSumAssignment } from '../../../math/linear-sum-assignment'

/** A clustering by store id: rows labelled -1 are in no cluster. */
export type Clustering = {
  readonly storeIds: readonly string[]
  readonly labels: Int32Array
  readonly nClusters: number
}

/** How many of the stores that two clusterings share are in each pair of clusters. */
export type Overlap = {
  readonly nCommonStores: number
  /** before.nClusters x after.nClusters, row-major. */
  readonly counts: Int32Array
  readonly sizesBefore: Int32Array
  readonly sizesAfter: Int32Array
}

export function overlapOf(before: Clustering, after: Clustering): Overlap {
  const counts = new Int32Array(before.nClusters * after.nClusters)
  const sizesBefore = new Int32Array(before.nClusters)
  const sizesAfter = new Int32Array(after.nClusters)
  const labelBefore = new Map(before.storeIds.map((id, row) => [id, before.labels[row]]))
  let nCommonStores = 0
  after.storeIds.forEach((id, row) => {
    const from = labelBefore.get(id) ?? -1
    const to = after.labels[row]
    if (from < 0 || to < 0) return
    nCommonStores++
    counts[from * after.nClusters + to]++
    sizesBefore[from]++
    sizesAfter[to]++
  })
  return { nCommonStores, counts, sizesBefore, sizesAfter }
}

export function commonStores({ counts, sizesAfter }: Overlap, from: number, to: number): number {
  return counts[from * sizesAfter.length + to]
}

/** Jaccard index of two clusters on the common stores; 0 where neither has one. */
export function jaccard(overlap: Overlap, from: number, to: number): number {
  const both = commonStores(overlap, from, to)
  const either = overlap.sizesBefore[from] + overlap.sizesAfter[to] - both
  return either === 0 ? 0 : both / either
}

/**
 * Matches clusters one to one (Hungarian method) so that most stores stay together; among matches of
 * as many stores, the one with most pairs that reach `minJaccard`.
 * @returns per cluster before the cluster after, -1 for none or a pair under `minJaccard`.
 */
export function matchClusters(overlap: Overlap, minJaccard: number): Int32Array {
  const { counts, sizesBefore, sizesAfter } = overlap
  const nAfter = sizesAfter.length
  const reaches = (from: number, to: number) => jaccard(overlap, from, to) >= minJaccard
  const unit = Math.min(sizesBefore.length, nAfter) + 1
  const costs = Float64Array.from(counts, (count, at) =>
    reaches(Math.floor(at / nAfter), at % nAfter) ? -(count * unit + 1) : -count * unit,
  )
  const matrix = { X: costs, nSamples: sizesBefore.length, nFeatures: nAfter }
  return linearSumAssignment(matrix).map((to, from) => (to >= 0 && reaches(from, to) ? to : -1))
}

import { inertia } from '../../../math/inertia'
import { mean } from '../../../math/mean'
import { silhouetteSamplesOf } from '../../../math/silhouette'
import type { MergedClusters } from '../merged-clusters/spec'

type Quality = {
  /** W: sum of squared distances to the mean of the own cluster. */
  readonly within: number
  /** Mean silhouette; null with one cluster. */
  readonly silhouette: number | null
}

/** How tight and how separate the clusters of each labelling are, in the merge space. */
export function qualityOf(
  space: MergedClusters['space'],
  labelings: readonly (readonly string[])[],
): readonly Quality[] {
  const coded = labelings.map(codesOf)
  const nSamples = coded[0]?.codes.length ?? 0
  const matrix = { X: space.X, nSamples, nFeatures: space.featureNames.length }
  const split = coded.filter(({ nClusters }) => nClusters > 1)
  const samples = silhouetteSamplesOf(
    matrix,
    split.map(({ codes }) => codes),
  )
  return coded.map((labeling) => ({
    within: inertia(matrix, labeling.codes),
    silhouette: labeling.nClusters > 1 ? mean(samples[split.indexOf(labeling)]) : null,
  }))
}

type Coded = { readonly codes: Int32Array; readonly nClusters: number }

function codesOf(labels: readonly string[]): Coded {
  const codeByLabel = new Map<string, number>()
  const codes = Int32Array.from(labels, (label) => {
    const code = codeByLabel.get(label) ?? codeByLabel.size
    codeByLabel.set(label, code)
    return code
  })
  return { codes, nClusters: codeByLabel.size }
}

import type { DimensionalityReducedFeatures } from '../../assets/feature-engineering/dimensionality-reduced-features/spec'
import { plainName } from '../../state/feature-names'
import { outlierLabel } from '../../state/outlier-label'
import type { ScatterGroup, ScatterPoints } from '../../ui/charts/scatter-props'
import type { Placement } from './placement.model'

/** An axis in words: its name, its share of the variance and the features at its two ends. */
export type AxisWords = {
  readonly name: string
  readonly share: number | null
  readonly low: string
  readonly high: string
}

/** Every axis there is: components, or features where PCA is off. */
export function axesOf({
  componentNames,
  pca,
}: DimensionalityReducedFeatures): readonly AxisWords[] {
  return componentNames.map((component, c) => {
    if (pca === null) return { name: plainName(component), share: null, low: 'less', high: 'more' }
    // A kernel bends the space: no feature loads on a component.
    if (pca.method === 'kernel')
      return { name: componentName(component), share: null, low: '', high: '' }
    const nFeatures = pca.featureNames.length
    const loadings = pca.featureNames.map((feature, j) => ({
      feature,
      loading: pca.components[c * nFeatures + j] ?? 0,
    }))
    return {
      name: componentName(component),
      share: pca.explainedVarianceRatio[c] ?? null,
      low: endOf(loadings, -1),
      high: endOf(loadings, 1),
    }
  })
}

function componentName(component: string): string {
  return component.replace(/^PC(\d)/, 'PC $1')
}

/** The stores that are kept out of every cluster: drawn, but no cluster. */
const separateGroup: ScatterGroup = {
  key: outlierLabel,
  name: 'Kept separate',
  token: { kind: 'internal', label: '–', colorIndex: null },
  color: null,
  shape: 'cross',
}

/** The clusters, and the stores in none where there are any. */
export function groupsOf(
  clusters: readonly ScatterGroup[],
  { clusters: keys }: Pick<Placement, 'clusters'>,
): readonly ScatterGroup[] {
  return keys.includes(outlierLabel) ? [...clusters, separateGroup] : clusters
}

type Loading = { readonly feature: string; readonly loading: number }

/** A loading below this share of the strongest one says little about its axis. */
const tellingShare = 0.4

/** The two features that pull most towards one end: `Lunchbox multipacks, sweet treats`. */
function endOf(loadings: readonly Loading[], sign: 1 | -1): string {
  const strongest = loadings.reduce((most, { loading }) => Math.max(most, Math.abs(loading)), 0)
  return loadings
    .filter(({ loading }) => sign * loading > tellingShare * strongest)
    .toSorted((a, b) => sign * (b.loading - a.loading))
    .slice(0, 2)
    .map(({ feature }) => plainName(feature).toLowerCase())
    .join(', ')
}

/** The stores on two axes; those without a group in this view are left out. */
export function pointsOf(
  reduced: DimensionalityReducedFeatures,
  placement: Placement,
  shown: {
    readonly groups: readonly { readonly key: string }[]
    readonly axes: readonly [number, number]
  },
): ScatterPoints {
  const row = new Map(reduced.storeIds.map((id, i) => [id, i]))
  const place = new Map(shown.groups.map(({ key }, i) => [key, i]))
  const nComponents = reduced.componentNames.length
  const coordinate = (axis: number) =>
    Float64Array.from(placement.storeIds, (id) => {
      const at = row.get(id)
      if (at === undefined) return NaN
      // With a single component there is no second axis: the stores lie on a line.
      return axis < nComponents ? (reduced.X[at * nComponents + axis] ?? NaN) : 0
    })
  return {
    ids: placement.storeIds,
    x: coordinate(shown.axes[0]),
    y: coordinate(shown.axes[1]),
    group: Int32Array.from(placement.clusters, (key) => place.get(key) ?? -1),
    isHollow: placement.isOutlier.map((flag, i) =>
      flag === 1 || placement.noData[i] === 1 ? 1 : 0,
    ),
  }
}

/** The places of a UMAP picture as a space of two components. */
export function umapSpace(places: Float64Array) {
  return { componentNames: ['UMAP 1', 'UMAP 2'], X: places }
}

export type Range = { readonly from: number; readonly to: number }

/** Ids of the stores of some groups inside a range of each axis: a lasso without a drag. */
export function storesInRange(
  { ids, x, y, group }: ScatterPoints,
  {
    isIn,
    across,
    up,
  }: { readonly isIn: (group: number) => boolean; readonly across: Range; readonly up: Range },
): readonly string[] {
  const holds = ({ from, to }: Range, value: number) => value >= from && value <= to
  return ids.filter(
    (_, i) => isIn(group[i] ?? -1) && holds(across, x[i] ?? NaN) && holds(up, y[i] ?? NaN),
  )
}

/** Below this margin a store lies on the border to its runner-up. */
const border = 0.1

/** What to see: which two groups touch most, or that they stand apart, or that none does. */
export function scatterTitle(
  placement: Placement,
  silhouette: number | null,
  nClusters: number,
): string {
  if (nClusters < 2) return 'One group'
  if (silhouette !== null && silhouette < 0.25) return 'No group stands apart'
  const counts = new Map<string, number>()
  placement.margin.forEach((margin, i) => {
    if (!(margin < border)) return
    const pair = [placement.clusters[i] ?? '', placement.runnerUp[i] ?? '']
      .toSorted(byNumber)
      .join(' and ')
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  })
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const isMany = most !== undefined && most[1] >= Math.max(3, 0.01 * placement.storeIds.length)
  if (!isMany) return 'The groups stand apart'
  return `Groups ${most[0].replaceAll('_', '|')} touch`
}

function byNumber(a: string, b: string): number {
  return Number.parseInt(a, 10) - Number.parseInt(b, 10) || (a < b ? -1 : 1)
}

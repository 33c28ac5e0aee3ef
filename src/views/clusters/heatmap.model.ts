import { plainName } from '../../state/feature-names'
import type { HeatOrder, HeatRow } from '../../ui/charts/profile-heatmap'
import { formatCount, formatNumber, formatPercent } from '../../ui/number-format'
import { indexBin, zBin } from '../../ui/scales'
import type { Profile, ShownCluster } from './shown-clusters.model'

export type HeatMode = 'index' | 'z' | 'raw'

type Feature = Profile['features'][number]

/** With more columns than this a heatmap can neither be read nor drawn at once. */
const mostColumns = 24

/** The clusters that get a column, in their order: all, or the chosen ones and the largest. */
export function heatColumns(
  clusters: readonly ShownCluster[],
  chosen: ReadonlySet<string>,
): readonly ShownCluster[] {
  if (clusters.length <= mostColumns) return clusters
  const ranked = clusters.toSorted(
    (a, b) => Number(chosen.has(b.key)) - Number(chosen.has(a.key)) || b.size - a.size,
  )
  const kept = new Set(ranked.slice(0, mostColumns))
  return clusters.filter((cluster) => kept.has(cluster))
}

/** Rows of the heatmap, grouped by the cluster where they peak, or by how much they separate. */
export function heatRows(
  profile: Profile,
  clusters: readonly ShownCluster[],
  { mode, order }: { readonly mode: HeatMode; readonly order: HeatOrder },
): readonly HeatRow[] {
  const places = clusters.map(({ key }) =>
    profile.clusters.findIndex(({ cluster }) => cluster === key),
  )
  const features =
    order === 'separation'
      ? profile.features.toSorted((a, b) => (b.etaSquared ?? -1) - (a.etaSquared ?? -1))
      : byPeak(profile.features, places)
  return features.map((feature) => ({
    key: feature.name,
    name: plainName(feature.name),
    cells: places.map((at, c) => cellOf(feature, at, { mode, cluster: clusters[c]?.name ?? '' })),
    chain: inUnit(feature.name, feature.chainMean),
    separation: feature.etaSquared,
  }))
}

/** By the place of the highest cluster, the most lifted feature of each first: a diagonal. */
function byPeak(features: readonly Feature[], places: readonly number[]): readonly Feature[] {
  const peaked = features.map((feature) => {
    const zs = places.map((at) => feature.cells[at]?.z ?? -Infinity)
    const z = zs.reduce((most, one) => Math.max(most, one), -Infinity)
    return { feature, z, at: zs.indexOf(z) }
  })
  return peaked.toSorted((a, b) => a.at - b.at || b.z - a.z).map(({ feature }) => feature)
}

function cellOf(
  feature: Feature,
  at: number,
  shown: { readonly mode: HeatMode; readonly cluster: string },
) {
  const cell = feature.cells[at]
  if (cell === undefined) return { text: '', bin: 4, hint: '' }
  const index = meaningfulIndex(feature, cell.index)
  const name = plainName(feature.name)
  const hint = `${name} in ${shown.cluster}: mean ${inUnit(feature.name, cell.mean)}, median ${inUnit(feature.name, cell.median)}, index ${index === null ? 'none' : formatCount(index)}, z ${formatNumber(cell.z)}`
  const bin = index === null || shown.mode === 'z' ? zBin(cell.z) : indexBin(index)
  return { text: cellText(feature.name, { ...cell, index }, shown.mode), bin, hint }
}

type CellNumbers = { readonly mean: number; readonly z: number; readonly index: number | null }

function cellText(feature: string, { mean, z, index }: CellNumbers, mode: HeatMode): string {
  if (mode === 'raw') return plainNumber(feature, mean)
  if (mode === 'z' || index === null) return formatNumber(z, 1)
  return formatCount(index)
}

/** An index says something only against a chain mean above zero, and from a mean that is not below. */
export function meaningfulIndex({ chainMean }: Feature, index: number | null): number | null {
  return index === null || chainMean <= 0 || index < 0 ? null : index
}

/** Columns of sales shares are in percent: `16.0 %`; others are in their own unit. */
function inUnit(feature: string, value: number): string {
  return isShare(feature) ? formatPercent(value / 100, 1) : plainNumber(feature, value)
}

function plainNumber(feature: string, value: number): string {
  if (isShare(feature)) return formatNumber(value, 1)
  const size = Math.abs(value)
  if (size >= 100) return formatNumber(value, 0)
  return formatNumber(value, size >= 10 ? 1 : 2)
}

function isShare(feature: string): boolean {
  return feature.startsWith('% ')
}

/** Below this many chain standard deviations nothing is said to stand out. */
const standsOut = 0.35

const titles: Readonly<Record<Profile['branch'], string>> = {
  internal: 'What each group sells more and less of',
  external: 'What surrounds each group, more and less than the chain',
  merged: 'What each merged group sells and what surrounds it',
}

export function heatTitle({ branch, features }: Profile): string {
  const isFlat = features.every(({ cells }) => cells.every(({ z }) => Math.abs(z) < standsOut))
  return isFlat ? 'No feature sets a group apart' : titles[branch]
}

export type HeatCsv = {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}

/** The profile as it is computed, one line per feature and cluster, in full precision. */
export function profileCsv({ clusters, features }: Profile): HeatCsv {
  const columns = [
    'feature',
    'cluster',
    'size',
    'mean',
    'median',
    'sd',
    'index',
    'z',
    'chain_mean',
    'chain_sd',
    'eta_squared',
  ]
  const rows = features.flatMap(({ name, chainMean, chainSd, etaSquared, cells }) =>
    cells.map(({ mean, median, sd, index, z }, c) => [
      name,
      clusters[c]?.cluster ?? '',
      clusters[c]?.size ?? null,
      mean,
      median,
      sd,
      index,
      z,
      chainMean,
      chainSd,
      etaSquared,
    ]),
  )
  return { columns, rows }
}

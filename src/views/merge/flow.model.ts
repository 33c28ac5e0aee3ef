import type { ClusterReassignment } from '../../assets/merging/cluster-reassignment/spec'
import type { FlowCluster, MergeLink } from '../../ui/charts/merge-flow'
import { formatCount } from '../../ui/number-format'
import { orderOf, type Pair, type Pairs } from './pairs.model'

type Moves = Pick<ClusterReassignment, 'moves' | 'sizesBefore'>

/** Past this many clusters on a side ribbons are a tangle: the table is shown instead. */
export const mostDrawn = 16

/** The moves between each two clusters, most stores first. */
export function linksOf({ moves }: Pick<Moves, 'moves'>, pairs: Pairs): readonly MergeLink[] {
  const counts = new Map<string, { from: string; to: string; stores: number }>()
  for (const { from, to } of moves) {
    const link = counts.get(`${from} ${to}`)
    if (link === undefined) counts.set(`${from} ${to}`, { from, to, stores: 1 })
    else link.stores += 1
  }
  return [...counts.values()]
    .map((link) => ({ ...link, keeps: keptBy(pairs.get(link.from), pairs.get(link.to)) }))
    .toSorted((a, b) => b.stores - a.stores)
}

function keptBy(from: Pair | undefined, to: Pair | undefined): MergeLink['keeps'] {
  if (from === undefined || to === undefined) return 'neither'
  if (from.internal === to.internal) return 'internal'
  return from.external === to.external ? 'external' : 'neither'
}

/** Every cluster at either end of a move. */
export function flowClustersOf(
  { moves, sizesBefore }: Moves,
  pairs: Pairs,
): ReadonlyMap<string, FlowCluster> {
  const gained = new Map<string, number>()
  for (const { to } of moves) gained.set(to, (gained.get(to) ?? 0) + 1)
  const clusters = sizesBefore.flatMap(({ cluster, size }): FlowCluster[] => {
    const pair = pairs.get(cluster)
    if (pair === undefined) return []
    return [{ id: cluster, token: tokenOf(pair), before: size, gained: gained.get(cluster) ?? 0 }]
  })
  return new Map(clusters.map((cluster) => [cluster.id, cluster]))
}

export function tokenOf(pair: Pair): FlowCluster['token'] {
  const { label, internal } = pair
  return { kind: 'merged', label, colorIndex: internal - 1, order: orderOf(pair) }
}

export function isTooManyToDraw(links: readonly MergeLink[]): boolean {
  const sources = new Set(links.map(({ from }) => from)).size
  const targets = new Set(links.map(({ to }) => to)).size
  return sources > mostDrawn || targets > mostDrawn
}

export type Kept = Readonly<Record<MergeLink['keeps'], number>>

export function keptOf(links: readonly MergeLink[]): Kept {
  const sumOf = (keeps: MergeLink['keeps']) =>
    links.reduce((sum, link) => sum + (link.keeps === keeps ? link.stores : 0), 0)
  return { internal: sumOf('internal'), external: sumOf('external'), neither: sumOf('neither') }
}

/** What stands out: which half of its cluster a moved store keeps. */
export function flowTitle({ internal, external, neither }: Kept): string {
  const total = internal + external + neither
  if (total === 0) return 'No store moves'
  const isMost = (n: number) => n / total >= 0.6
  if (isMost(internal)) return 'Most keep what sells there'
  if (isMost(external)) return 'Most keep what surrounds them'
  if (isMost(neither)) return 'Most change both halves'
  if (internal / total >= 0.4 && external / total >= 0.4)
    return 'Half keep what sells there, half what surrounds them'
  return 'No half is kept by most'
}

export function flowSubtitle({ internal, external, neither }: Kept, isDrawn: boolean): string {
  const marks = isDrawn
    ? { internal: 'Filled: ', external: 'Outlined: ', neither: 'Dashed: ' }
    : { internal: '', external: '', neither: '' }
  const keep = internal === 1 ? 'keeps its' : 'keep their'
  const sentences = [
    `${marks.internal}${formatCount(internal)} ${keep} internal cluster.`,
    `${marks.external}${formatCount(external)} the external.`,
    ...(neither === 0 ? [] : [`${marks.neither}${formatCount(neither)} neither.`]),
  ]
  return sentences.join(' ')
}

export const keepsLabels: Readonly<Record<MergeLink['keeps'], string>> = {
  internal: 'internal cluster',
  external: 'external cluster',
  neither: 'neither',
}

import type { ClusterMetrics } from '../../assets/cluster-analysis/cluster-metrics/spec'
import type { ClusterReassignment } from '../../assets/merging/cluster-reassignment/spec'
import { formatAmount, formatCount, formatNumber } from '../../ui/number-format'
import { inWords } from '../../ui/number-words'
import { overrideSentence } from '../override-words'
import type { ShownCluster } from './shown-clusters.model'

export type Answer = { readonly title: string; readonly detail: string }

export type BranchAnswerInput = {
  readonly branch: 'internal' | 'external'
  /** The category; null where the partition is the whole chain. */
  readonly category: string | null
  readonly metrics: ClusterMetrics
  readonly clusters: readonly ShownCluster[]
  readonly nExcluded: number
}

/** Kaufman and Rousseeuw (1990): under 0.25 no structure, from 0.5 a reasonable one. */
const noStructure = 0.25
const clearStructure = 0.5

/** How many groups, how clear they are and which is the most distinct. */
export function branchAnswer(input: BranchAnswerInput): Answer {
  const { metrics } = input
  const { silhouette, nClusters } = metrics
  return {
    title: `${waysOf(input)}. ${clarityOf(input)}`,
    detail: [
      `${placedOf(input)}.`,
      silhouette === null || nClusters < 2 ? '' : silhouetteOf(silhouette),
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
  }
}

function waysOf({ branch, category, metrics }: BranchAnswerInput): string {
  const n = inWords(metrics.nClusters)
  const isOne = metrics.nClusters === 1
  if (branch === 'internal')
    return `${category ?? 'The chain'} sells in ${n} ${isOne ? 'way' : 'ways'}`
  const of = category === null ? 'The stores' : `The stores of ${category}`
  return `${of} stand in ${n} ${isOne ? 'kind' : 'kinds'} of surroundings`
}

function clarityOf({ metrics, clusters }: BranchAnswerInput): string {
  const { silhouette, nClusters } = metrics
  if (nClusters === 1) return 'There is one group, so nothing to tell apart.'
  if (silhouette === null) return 'How clear the split is cannot be said.'
  if (silhouette < noStructure) return 'The split is weak: no group stands apart.'
  const word = silhouette < clearStructure ? 'The groups overlap' : 'The split is clear'
  const best = mostDistinct(clusters)
  return best === null ? `${word}.` : `${word}, and ${named(best)} is the most distinct.`
}

/** Its name; the group by its number where it has no name of its own. */
function named({ key, name }: ShownCluster): string {
  return name === `Cluster ${key}` ? `group ${key}` : name
}

/** The cluster with the largest silhouette, if it leads the next by 0.01. */
function mostDistinct(clusters: readonly ShownCluster[]): ShownCluster | null {
  const known = clusters.filter(({ silhouette }) => silhouette !== null)
  const [first, second] = known.toSorted((a, b) => (b.silhouette ?? 0) - (a.silhouette ?? 0))
  if (first === undefined || second === undefined || clusters.length < 3) return null
  const lead = (first.silhouette ?? 0) - (second.silhouette ?? 0)
  return lead >= 0.01 ? first : null
}

function placedOf({ metrics, nExcluded }: BranchAnswerInput): string {
  const { nStores, nOutliers, nSeparate, nNoData } = metrics
  const nUnplaced = nExcluded + nSeparate
  const parts = [
    nUnplaced === 0
      ? `All ${formatAmount(nStores, 'store')} placed`
      : `${formatCount(nStores)} of ${formatAmount(nStores + nUnplaced, 'store')} placed`,
    nSeparate > 0 ? `${formatCount(nSeparate)} kept separate as unusual` : '',
    nOutliers > 0 ? `${formatCount(nOutliers)} flagged as unusual` : '',
    nNoData > 0 ? `${formatCount(nNoData)} without data` : '',
  ]
  return parts.filter((part) => part !== '').join(', ')
}

function silhouetteOf(silhouette: number): string {
  const meaning = silhouette < noStructure ? ': stores lie between groups' : ''
  return `Silhouette ${formatNumber(silhouette)}${meaning}.`
}

/** What crossing the two views, emptying small clusters and overrides came to. */
export function mergedAnswer(
  after: ClusterReassignment,
  { nUnplaced, nSeparate }: { readonly nUnplaced: number; readonly nSeparate: number },
): Answer {
  const { silhouetteBefore, silhouetteAfter } = after
  const nBoth = after.storeIds.length + after.excluded.length + nSeparate
  const score =
    silhouetteBefore === null || silhouetteAfter === null
      ? ''
      : `Silhouette ${formatNumber(silhouetteBefore)} before, ${formatNumber(silhouetteAfter)} after.`
  const unplaced =
    nUnplaced === 0
      ? ''
      : `${formatAmount(nUnplaced, 'store')} in one view only ${nUnplaced === 1 ? 'has' : 'have'} no merged cluster.`
  const inBoth = `${formatAmount(nBoth, 'store')} in both views${nSeparate === 0 ? '' : `, ${formatCount(nSeparate)} of them kept separate as unusual`}.`
  return {
    title: sentences([becameOf(after), movedBySize(after)]),
    detail: sentences([inBoth, unplaced, overrideSentence(after), score]),
  }
}

function sentences(all: readonly string[]): string {
  return all.filter((sentence) => sentence !== '').join(' ')
}

function becameOf({ sizesBefore, sizesAfter, minClusterSize }: ClusterReassignment): string {
  const [nBefore, nAfter] = [sizesBefore.length, sizesAfter.length]
  if (nBefore !== nAfter) return `${crossed(nBefore)} become ${nAfter}.`
  // Stores move only to a large cluster: without one the small ones stay.
  return sizesBefore.every(({ size }) => size < minClusterSize)
    ? `${crossed(nBefore)}, none of ${formatAmount(minClusterSize, 'store')}.`
    : `${crossed(nBefore)}, all large enough.`
}

/** What overrides moved is told by their own sentence. */
function movedBySize({ sizesBefore, moves, minClusterSize }: ClusterReassignment): string {
  if (moves.length === 0) return 'No store moves.'
  const nMoved = moves.filter(({ by }) => by === 'size').length
  if (nMoved === 0) return ''
  const nSmall = sizesBefore.filter(({ size }) => size < minClusterSize).length
  return `${formatAmount(nMoved, 'store')} ${nMoved === 1 ? 'moves' : 'move'} out of ${formatAmount(nSmall, 'cluster')} under ${minClusterSize}.`
}

function crossed(n: number): string {
  return formatAmount(n, 'crossed cluster')
}

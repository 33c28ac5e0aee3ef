import type { ClusterReassignment } from '../../assets/merging/cluster-reassignment/spec'
import type { MergedClusters } from '../../assets/merging/merged-clusters/spec'
import { formatAmount, formatCount, formatNumber } from '../../ui/number-format'
import { overrideSentence } from '../override-words'

export type Reassigned = Pick<
  ClusterReassignment,
  'sizesBefore' | 'sizesAfter' | 'moves' | 'excluded' | 'minClusterSize' | 'workableMinClusterSize'
>

export type Crossed = Pick<
  MergedClusters,
  | 'storeIds'
  | 'separate'
  | 'onlyInternal'
  | 'onlyExternal'
  | 'adjustedRandIndex'
  | 'nInternalClusters'
  | 'nExternalClusters'
>

export type MergeAnswer = { readonly title: string; readonly detail: string }

/** How the two views cross: what is left, who moves, and what the crossing tells. */
export function answerOf(crossed: Crossed, reassigned: Reassigned): MergeAnswer {
  return {
    title: titleOf(reassigned),
    detail: [
      agreementOf(crossed),
      storesOf(crossed, reassigned.excluded.length),
      overrideSentence(reassigned),
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
  }
}

function titleOf(reassigned: Reassigned): string {
  const { sizesBefore, sizesAfter, minClusterSize } = reassigned
  const moves = reassigned.moves.filter(({ by }) => by === 'size')
  const before = formatAmount(sizesBefore.length, 'crossed cluster')
  const small = sizesBefore.filter(({ size }) => size < minClusterSize)
  if (small.length === 0)
    return `${before}, each of at least ${formatAmount(minClusterSize, 'store')}.${reassigned.moves.length === 0 ? ' No store moves.' : ''}`
  if (moves.length === 0)
    return `No crossed cluster has ${formatAmount(minClusterSize, 'store')}, so none moves. The largest has ${formatCount(reassigned.workableMinClusterSize)}.`
  const become = sizesBefore.length === 1 ? 'becomes' : 'become'
  const move = moves.length === 1 ? 'moves' : 'move'
  return `${before} ${become} ${formatCount(sizesAfter.length)}. ${formatAmount(moves.length, 'store')} ${move} out of ${formatAmount(small.length, 'cluster')} under ${formatCount(minClusterSize)}.`
}

/** The adjusted Rand index in words: 1 the same split, 0 no more alike than by chance. */
export function agreementOf(crossed: Crossed): string {
  if (crossed.nInternalClusters < 2)
    return 'The internal view is one cluster, so only the external one divides.'
  if (crossed.nExternalClusters < 2)
    return 'The external view is one cluster, so only the internal one divides.'
  const ari = crossed.adjustedRandIndex
  const index = `(ARI ${formatNumber(ari, 2)})`
  if (ari < 0.2)
    return `The two views are nearly independent ${index}, so crossing them tells more than either alone.`
  if (ari < 0.5) return `The two views agree in part ${index}: crossing them adds to each.`
  if (ari < 0.8) return `The two views largely agree ${index}: crossing them adds little.`
  return `The two views say almost the same ${index}: either alone would do.`
}

/** Every store is accounted for: with a cluster, on one side only, or left out by an override. */
function storesOf(crossed: Crossed, nExcluded: number): string {
  const { separate } = crossed
  const apart =
    separate.length === 0
      ? ''
      : ` ${formatAmount(separate.length, 'unusual store')} ${separate.length === 1 ? 'is' : 'are'} kept separate.`
  return `${clusteredOf(crossed, nExcluded)}${apart}`
}

function clusteredOf(crossed: Crossed, nExcluded: number): string {
  const { storeIds, separate, onlyInternal, onlyExternal } = crossed
  const nInBoth = storeIds.length + separate.length
  const oneSided = [
    { n: onlyInternal.length, what: 'external' },
    { n: onlyExternal.length, what: 'internal' },
  ].filter(({ n }) => n > 0)
  const total = nInBoth + onlyInternal.length + onlyExternal.length
  const nWithout = separate.length + nExcluded
  if (oneSided.length === 0 && nWithout > 0)
    return `${formatCount(total - nWithout)} of ${formatAmount(total, 'store')} keep a cluster.`
  if (oneSided.length === 0) return `All ${formatAmount(total, 'store')} keep a cluster.`
  const rest = oneSided
    .map(({ n, what }) => `${formatCount(n)} ${n === 1 ? 'has' : 'have'} no ${what} cluster`)
    .join(', ')
  return `${formatCount(nInBoth)} of ${formatAmount(total, 'store')} are in both; ${rest}.`
}

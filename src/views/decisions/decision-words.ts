import type { Override, OverrideBranch } from '../../assets/override'
import { type DecisionPlace, placeOf } from '../../state/overrides/overrides-slice'
import { listed } from '../../ui/list-words'

/** The name of a cluster; null where no result has it. */
export type NameOf = (place: DecisionPlace, cluster: string) => string | null

export type PlacingKind = Exclude<Override['kind'], 'rename'>

/** What a person can decide about stores, as buttons say it. */
export const decisionLabels: Readonly<Record<PlacingKind, string>> = {
  lock: 'Lock to a cluster',
  must_link: 'Keep together',
  cannot_link: 'Keep apart',
  exclude: 'Exclude',
}

export const branchLabels: Readonly<Record<OverrideBranch, string>> = {
  internal: 'Internal',
  external: 'External',
  merged: 'Merged',
}

/** A decision in plain words: `Store 00123 locked to 2|1 Late night`. */
export function decisionText(decision: Override, nameOf: NameOf): string {
  if (decision.kind === 'rename')
    return `Cluster ${idText(decision.cluster)} named ${decision.name}`
  const stores = storesText(decision.stores)
  if (decision.kind === 'must_link') return `${stores} kept together`
  if (decision.kind === 'cannot_link') return `${stores} kept apart`
  if (decision.kind === 'exclude') return `${stores} left out`
  return `${stores} locked to ${clusterText(decision.cluster, nameOf(decision, decision.cluster))}`
}

/** `2|1 Late night`; the bare id where it has no name of its own. */
export function clusterText(cluster: string, name: string | null): string {
  const id = idText(cluster)
  return name === null || name === `Cluster ${cluster}` ? id : `${id} ${name}`
}

/** A merged cluster is written as its token shows it. */
export function idText(cluster: string): string {
  return cluster.replaceAll('_', '|')
}

const nTold = 3

/** `Store 00123`, `Stores 1 and 2`, `Stores 1, 2, 3 and 4 more`: ids as they are. */
export function storesText(stores: readonly string[]): string {
  return `${stores.length === 1 ? 'Store' : 'Stores'} ${listed(stores, nTold)}`
}

/** `Internal, Snacks`; clusters of the whole chain have no category. */
export function placeText({ branch, category }: DecisionPlace): string {
  const isWhole = category === placeOf(branch, null).category
  return isWhole ? branchLabels[branch] : `${branchLabels[branch]}, ${category}`
}

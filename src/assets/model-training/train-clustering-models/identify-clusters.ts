import type { ComputeContext } from '../../spec'
import { carryIds, type IdentifiedClusters } from './carry-ids'
import type { Clustering } from './overlap'
import type { ClusteringModel } from './spec'

type Identity = Pick<ClusteringModel, 'clusterIds' | 'retiredIds' | 'lineage'>

/**
 * The id of every cluster, in the order of the labels: carried on from the baseline model where
 * there is one, else 1, 2, ... What became of the baseline's clusters goes to the log.
 */
export function identifyClusters(
  clustering: Clustering,
  { baseline, log }: Pick<ComputeContext, 'log'> & { readonly baseline: IdentifiedClusters | null },
): Identity {
  if (baseline === null) {
    const clusterIds = Int32Array.from({ length: clustering.nClusters }, (_, c) => c + 1)
    return { clusterIds, retiredIds: new Int32Array(0), lineage: [] }
  }
  const { nCommonStores, ...identity } = carryIds(clustering, baseline)
  if (nCommonStores === 0)
    log(
      'warn',
      'No clustered store is in the baseline too, so every cluster gets a new id and the ids of the baseline are retired.',
    )
  else for (const line of linesOf(identity.lineage)) log('info', line)
  return identity
}

function linesOf(lineage: Identity['lineage']): readonly string[] {
  const idsIn = (state: Identity['lineage'][number]['state']) =>
    lineage.flatMap((one) => (one.state === state ? [one.cluster] : []))
  const counts = `Ids kept from the baseline: ${listOf(idsIn('kept'))}; new: ${listOf(idsIn('new'))}; retired: ${listOf(idsIn('retired'))}.`
  return [counts, ...splitsOf(lineage), ...mergersOf(lineage)]
}

function splitsOf(lineage: Identity['lineage']): readonly string[] {
  const parts = new Map<number, number[]>()
  for (const { cluster, state, relatives } of lineage)
    for (const { cluster: from } of state === 'retired' ? [] : relatives)
      parts.set(from, [...(parts.get(from) ?? []), cluster])
  return [...parts].flatMap(([from, into]) =>
    into.length < 2 ? [] : [`Cluster ${from} was split into ${listOf(into)}.`],
  )
}

function mergersOf(lineage: Identity['lineage']): readonly string[] {
  return lineage.flatMap(({ cluster, state, event, relatives }) =>
    state === 'retired' || event !== 'merged'
      ? []
      : [`Clusters ${listOf(relatives.map((from) => from.cluster))} were merged into ${cluster}.`],
  )
}

function listOf(ids: readonly number[]): string {
  return ids.length === 0 ? 'none' : ids.join(', ')
}

import {
  type AssetGraph,
  type AssetNode,
  type PartitionSets,
  partitionsOf,
  upstreamPartitions,
} from '../assets/graph'
import type { AnySpec } from '../assets/spec'
import { assetId } from './address'
import type { AssetRef } from './contract'

/** What an asset reads under one name: one upstream partition, or all of them (a fan-in). */
export type PairInput = {
  readonly name: string
  readonly fanIn: boolean
  readonly refs: readonly AssetRef[]
}

/** One asset of one partition: the unit that is planned, computed, cached and counted. */
export type AssetPair = AssetRef & {
  readonly id: string
  readonly spec: AnySpec
  readonly inputs: readonly PairInput[]
}

/** Every (asset, partition) there is for these files and settings, upstream first. */
export function pairsOf(graph: AssetGraph, sets: PartitionSets): readonly AssetPair[] {
  return graph.nodes.flatMap((node) =>
    partitionsOf(node.spec, sets).map((partition) => pairOf(node, partition, sets)),
  )
}

function pairOf(node: AssetNode, partition: string | null, sets: PartitionSets): AssetPair {
  const { spec } = node
  const inputs = node.upstream.map((upstream) => {
    const { partitions, fanIn } = upstreamPartitions(upstream.spec, partition, sets)
    const refs = partitions.map((p) => ({ key: upstream.spec.key, partition: p }))
    return { name: upstream.name, fanIn, refs }
  })
  const ref = { key: spec.key, partition }
  return { ...ref, id: assetId(ref), spec, inputs }
}

/** Ids of the pairs that these reach through their inputs, themselves included. */
export function withUpstream(
  ids: Iterable<string>,
  pairs: ReadonlyMap<string, AssetPair>,
): ReadonlySet<string> {
  const reached = new Set<string>()
  const visit = (id: string) => {
    const pair = pairs.get(id)
    if (pair === undefined || reached.has(id)) return
    reached.add(id)
    for (const { refs } of pair.inputs) for (const ref of refs) visit(assetId(ref))
  }
  for (const id of ids) visit(id)
  return reached
}

/** Ids of the pairs that read these, directly or not, themselves included. Pairs come upstream first. */
export function withDownstream(
  ids: Iterable<string>,
  pairs: Iterable<AssetPair>,
): ReadonlySet<string> {
  const reached = new Set(ids)
  for (const { id, inputs } of pairs)
    if (inputs.some(({ refs }) => refs.some((ref) => reached.has(assetId(ref))))) reached.add(id)
  return reached
}

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

/** An asset of one partition by its key, its partition and both as one id. */
type PairRef = AssetRef & { readonly id: string }

/** What an asset reads under one name: one upstream partition, or all of them (a fan-in). */
export type PairInput = {
  readonly name: string
  readonly fanIn: boolean
  readonly refs: readonly PairRef[]
}

/** One asset of one partition: the unit that is planned, computed, cached and counted. */
export type AssetPair = AssetRef & {
  readonly id: string
  readonly spec: AnySpec
  readonly inputs: readonly PairInput[]
}

/** Every (asset, partition) there is for these files and settings, upstream first. */
export function pairsOf(graph: AssetGraph, sets: PartitionSets): readonly AssetPair[] {
  const refs = new Map(graph.nodes.map(({ spec }) => [spec.key, refsOf(spec, sets)]))
  return graph.nodes.flatMap((node) =>
    [...(refs.get(node.spec.key)?.values() ?? [])].map((ref) => pairOf(node, ref, { sets, refs })),
  )
}

/** One object for each pair, by key and partition: all that read it share it. */
type Refs = ReadonlyMap<string, ReadonlyMap<string | null, PairRef>>

function refsOf(spec: AnySpec, sets: PartitionSets): ReadonlyMap<string | null, PairRef> {
  const { key } = spec
  return new Map(
    partitionsOf(spec, sets).map((partition) => [
      partition,
      { key, partition, id: assetId({ key, partition }) },
    ]),
  )
}

function pairOf(
  { spec, upstream }: AssetNode,
  ref: PairRef,
  { sets, refs }: { readonly sets: PartitionSets; readonly refs: Refs },
): AssetPair {
  const inputs = upstream.map((above) => {
    const { partitions, fanIn } = upstreamPartitions(above.spec, ref.partition, sets)
    const own = partitions.flatMap((partition) => refs.get(above.spec.key)?.get(partition) ?? [])
    return { name: above.name, fanIn, refs: own }
  })
  return { ...ref, spec, inputs }
}

/** Ids of what a pair reads directly. */
export function upstreamIds({ inputs }: Pick<AssetPair, 'inputs'>): readonly string[] {
  return inputs.flatMap(({ refs }) => refs.map(({ id }) => id))
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
    for (const { refs } of pair.inputs) for (const ref of refs) visit(ref.id)
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
    if (inputs.some(({ refs }) => refs.some((ref) => reached.has(ref.id)))) reached.add(id)
  return reached
}

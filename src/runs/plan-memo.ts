import type { AssetGraph, PartitionSets } from '../assets/graph'
import { type AssetPair, pairsOf } from './asset-pairs'
import type { Ingredients } from './version'

/** The version of a pair, with what it was worked out from. */
export type Versioned = {
  readonly ingredients: Ingredients
  /** The parameters in canonical JSON. */
  readonly params: string
  readonly dataVersion: string
}

/**
 * What the last plans worked out, for the next one to take over where nothing differs: it saves work
 * and changes no answer. For one hash function; pairs are known by their object. Two of each are
 * kept, so that a setting can be weighed against another without either being worked out anew.
 */
export type PlanMemo = {
  readonly pairsOf: (graph: AssetGraph, sets: PartitionSets) => readonly AssetPair[]
  /** A version of the pair that is the one looked for; null where none is. */
  readonly find: (pair: AssetPair, isIt: (made: Versioned) => boolean) => Versioned | null
  readonly keep: (pair: AssetPair, made: Versioned) => void
}

type Shaped = { readonly shape: readonly unknown[]; readonly pairs: readonly AssetPair[] }

export function createPlanMemo(): PlanMemo {
  let shaped: readonly Shaped[] = []
  const versioned = new WeakMap<AssetPair, readonly Versioned[]>()
  const keep = (pair: AssetPair, made: Versioned) => {
    versioned.set(pair, withNewest(versioned.get(pair) ?? [], made))
  }
  return {
    pairsOf: (graph, sets) => {
      const shape = shapeOf(graph, sets)
      const before = shaped.find((each) => isSameList(each.shape, shape))
      const now = before ?? { shape, pairs: pairsOf(graph, sets) }
      shaped = withNewest(shaped, now)
      return now.pairs
    },
    find: (pair, isIt) => {
      const kept = versioned.get(pair) ?? []
      const found = kept.find(isIt)
      if (found === undefined) return null
      if (found !== kept[0]) keep(pair, found)
      return found
    },
    keep,
  }
}

/** The newest two of their kind, the newest first. */
function withNewest<T>(kept: readonly T[], newest: T): readonly T[] {
  return [newest, ...kept.filter((one) => one !== newest)].slice(0, 2)
}

/** All that pairs are made of: specs as objects, with their names for one another. */
function shapeOf({ nodes }: AssetGraph, { internal, external }: PartitionSets): readonly unknown[] {
  const specs = nodes.flatMap(({ spec, upstream }) => [
    spec,
    ...upstream.flatMap((above) => [above.name, above.spec]),
  ])
  return [nodes.length, ...specs, internal.length, ...internal, ...external]
}

/** Whether two lists hold the same items in the same order. */
export function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i])
}

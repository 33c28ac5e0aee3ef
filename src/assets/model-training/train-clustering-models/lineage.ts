import { commonStores, jaccard, type Overlap } from './overlap'
import type { ClusteringModel } from './spec'

type Lineage = ClusteringModel['lineage']
type Relatives = Lineage[number]['relatives']

/** The id of every cluster, in the order of the labels. */
type Ids = { readonly before: Int32Array; readonly after: Int32Array }

/**
 * What became of every cluster: those there are, then those that are given up, each by id. Two
 * clusters are related when they share at least half of the stores of the smaller one.
 */
export function lineageOf(overlap: Overlap, ids: Ids): Lineage {
  const pairs = relatedPairs(overlap)
  const lineage = [...ids.after].map((cluster, to): Lineage[number] => {
    const own = pairs.filter((pair) => pair.to === to)
    const keptFrom = ids.before.indexOf(cluster)
    return {
      cluster,
      state: keptFrom === -1 ? 'new' : 'kept',
      event: own.length > 1 ? 'merged' : sharesSource(own, pairs) ? 'split' : null,
      jaccard: keptFrom === -1 ? null : jaccard(overlap, keptFrom, to),
      relatives: relativesOf(own, ({ from }) => ids.before[from]),
    }
  })
  const retired = [...ids.before].flatMap((cluster, from): Lineage => {
    if (ids.after.includes(cluster)) return []
    const own = pairs.filter((pair) => pair.from === from)
    return [
      {
        cluster,
        state: 'retired',
        event: own.length > 1 ? 'split' : sharesTarget(own, pairs) ? 'merged' : null,
        jaccard: null,
        relatives: relativesOf(own, ({ to }) => ids.after[to]),
      },
    ]
  })
  return [...byId(lineage), ...byId(retired)]
}

type Pair = {
  readonly from: number
  readonly to: number
  readonly nStores: number
  readonly jaccard: number
}

function relatedPairs(overlap: Overlap): readonly Pair[] {
  const { sizesBefore, sizesAfter } = overlap
  return [...sizesBefore].flatMap((sizeBefore, from) =>
    [...sizesAfter].flatMap((sizeAfter, to) => {
      const nStores = commonStores(overlap, from, to)
      const areRelated = nStores > 0 && 2 * nStores >= Math.min(sizeBefore, sizeAfter)
      return areRelated ? [{ from, to, nStores, jaccard: jaccard(overlap, from, to) }] : []
    }),
  )
}

/** Does the cluster that these come from have other parts? */
function sharesSource(own: readonly Pair[], pairs: readonly Pair[]): boolean {
  return own.some(({ from }) => pairs.filter((pair) => pair.from === from).length > 1)
}

function sharesTarget(own: readonly Pair[], pairs: readonly Pair[]): boolean {
  return own.some(({ to }) => pairs.filter((pair) => pair.to === to).length > 1)
}

/** Most stores first, ties by id. */
function relativesOf(pairs: readonly Pair[], idOf: (pair: Pair) => number): Relatives {
  return pairs
    .map((pair) => ({ cluster: idOf(pair), nStores: pair.nStores, jaccard: pair.jaccard }))
    .sort((a, b) => b.nStores - a.nStores || a.cluster - b.cluster)
}

function byId(lineage: Lineage): Lineage {
  return lineage.toSorted((a, b) => a.cluster - b.cluster)
}

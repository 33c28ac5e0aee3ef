import { compareText } from '../../table/compare-text'

/** Stores that have to share a cluster; a group may be locked to one. */
export type StoreGroup = {
  /** Sorted by id (code units). */
  readonly stores: readonly string[]
  readonly cluster: string | null
}

/** Two stores that must not share a cluster, and the override that says so. */
export type ForbiddenPair = { readonly id: string; readonly a: string; readonly b: string }

/**
 * The groups of stores that were accepted so far, the clusters that they are locked to and the pairs
 * that are kept apart. A change that contradicts what is there is not made: the answer then says
 * what stands against it, else it is null.
 */
export type StoreGroups = {
  /** Every group that an override made, sorted by its first store. */
  readonly all: () => readonly StoreGroup[]
  readonly groupOf: (store: string) => StoreGroup
  readonly pairs: readonly ForbiddenPair[]
  /** The groups that must not share a cluster with this one. */
  readonly rivalsOf: (group: StoreGroup) => readonly StoreGroup[]
  readonly lock: (store: string, cluster: string) => string | null
  readonly link: (stores: readonly string[]) => string | null
  readonly forbid: (pair: ForbiddenPair) => string | null
}

/** No group and no pair yet: every store is on its own. */
export function createStoreGroups(): StoreGroups {
  const groups = new Map<string, StoreGroup>()
  const pairs: ForbiddenPair[] = []
  const groupOf = (store: string) => groups.get(store) ?? { stores: [store], cluster: null }
  const rivalsOf = ({ stores }: StoreGroup) => {
    const own = new Set(stores)
    const others = pairs.flatMap(({ a, b }) => (own.has(a) ? [b] : own.has(b) ? [a] : []))
    return [...new Set(others.map(groupOf))]
  }
  const rivalIn = (group: StoreGroup, cluster: string) =>
    rivalsOf(group).find((rival) => rival.cluster === cluster)?.stores[0]
  const keep = (group: StoreGroup) => {
    for (const store of group.stores) groups.set(store, group)
    return null
  }
  return {
    all: () => [...new Set(groups.values())].sort((a, b) => compareText(a.stores[0], b.stores[0])),
    groupOf,
    pairs,
    rivalsOf,
    lock: (store, cluster) => {
      const group = groupOf(store)
      if (group.cluster === cluster) return null
      if (group.cluster !== null)
        return `${store} has to share a cluster with a store that is locked to ${group.cluster}`
      const rival = rivalIn(group, cluster)
      if (rival === undefined) return keep({ ...group, cluster })
      return `${store} must not share a cluster with ${rival}, which is locked to ${cluster}`
    },
    link: (stores) => {
      const joined = joinGroups(new Set(stores.map(groupOf)))
      if (joined.clusters.length > 1)
        return `its stores are locked to different clusters: ${joined.clusters.join(', ')}`
      const members = new Set(joined.stores)
      const apart = pairs.find(({ a, b }) => members.has(a) && members.has(b))
      if (apart !== undefined) return `${apart.a} and ${apart.b} must not share a cluster`
      const group = { stores: joined.stores, cluster: joined.clusters[0] ?? null }
      const rival = group.cluster === null ? undefined : rivalIn(group, group.cluster)
      if (rival === undefined) return keep(group)
      return `its stores must not share a cluster with ${rival}, which is locked to ${group.cluster}`
    },
    forbid: (pair) => {
      const [first, second] = [groupOf(pair.a), groupOf(pair.b)]
      if (first.stores.includes(pair.b)) return `${pair.a} and ${pair.b} have to share a cluster`
      if (first.cluster !== null && first.cluster === second.cluster)
        return `${pair.a} and ${pair.b} are both locked to ${first.cluster}`
      pairs.push(pair)
      return null
    },
  }
}

function joinGroups(groups: ReadonlySet<StoreGroup>) {
  const all = [...groups]
  return {
    stores: [...new Set(all.flatMap(({ stores }) => stores))].sort(compareText),
    clusters: [...new Set(all.flatMap(({ cluster }) => cluster ?? []))].sort(compareText),
  }
}

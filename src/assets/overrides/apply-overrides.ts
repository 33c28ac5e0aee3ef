import { type Matrix, rowOf } from '../../math/matrix'
import { squaredDistance } from '../../math/squared-distances'
import { compareText } from '../../table/compare-text'
import { outlierLabel } from '../model-training/outlier-policy'
import type { ActiveOverride } from '../override'
import type { OverrideOutcome } from '../value'
import { admit, type Admission, type Objection, type Placing } from './admit'
import { describeOutcome } from './describe-outcome'
import { type CostOf, type Movement, placeGroups } from './place-groups'

export type Placed = {
  readonly storeIds: readonly string[]
  /** The cluster of each store, by its id; `outlierLabel` for one that is in none. */
  readonly clusters: readonly string[]
  /** One row a store. */
  readonly space: Matrix
  /** Every cluster that a store can be locked to; the order breaks ties. */
  readonly centers: ReadonlyMap<string, Float64Array>
  /** In the order of the log. */
  readonly overrides: readonly ActiveOverride[]
}

export type Overridden = {
  /** Aligned with the stores; a store that is left out keeps the cluster that it had. */
  readonly clusters: readonly string[]
  /** Stores that are left out, sorted by id. */
  readonly excluded: readonly string[]
  /** Stores that are where they are because they are locked, sorted by id. */
  readonly locked: readonly string[]
  readonly outcomes: readonly OverrideOutcome[]
}

/**
 * Applies what people decided to a clustering that is otherwise done. Centres stay as they are, so
 * the costs are exact. A later override wins over an earlier one that contradicts it; whatever does
 * not hold is told in its outcome. Nothing depends on the order of the rows.
 * @throws never for an override; RangeError is for a store whose cluster has no centre: a defect.
 */
export function applyOverrides(placed: Placed): Overridden {
  const { storeIds, clusters, centers } = placed
  const overrides = placed.overrides.filter(isPlacing)
  const admission = admit(overrides, {
    stores: new Set(storeIds),
    clusters: new Set(centers.keys()),
  })
  const clusterOf = new Map<string, string>()
  storeIds.forEach((id, row) => {
    if (!admission.excludedBy.has(id)) clusterOf.set(id, clusters[row])
  })
  const taken = new Set(clusterOf.values())
  const occupied = [...centers.keys()].filter((cluster) => taken.has(cluster))
  const costOf = costsIn(placed)
  const movements = placeGroups(admission, { clusterOf, occupied, costOf })
  for (const { store, to } of movements) clusterOf.set(store, to)
  return {
    clusters: storeIds.map((id, row) => clusterOf.get(id) ?? clusters[row]),
    excluded: [...admission.excludedBy.keys()].sort(compareText),
    locked: [...admission.lockOf]
      .flatMap(([store, lock]) => (clusterOf.get(store) === lock.cluster ? [store] : []))
      .sort(compareText),
    outcomes: overrides.map((override) => outcomeOf(override, { admission, movements, costOf })),
  }
}

function isPlacing(override: ActiveOverride): override is Placing {
  return override.kind !== 'rename'
}

/** Squared distances of a store are read where they are needed: overrides are few. */
function costsIn({ storeIds, space, centers }: Placed): CostOf {
  const rows = new Map(storeIds.map((id, row) => [id, row]))
  // A store that was in no cluster added nothing to the inertia.
  const squared = (store: string, cluster: string) => {
    if (cluster === outlierLabel) return 0
    const [row, center] = [rows.get(store), centers.get(cluster)]
    if (row === undefined || center === undefined)
      throw new RangeError(`${store} is in cluster ${cluster}, which has no centre.`)
    return squaredDistance(rowOf(space, row), center)
  }
  return (store, from, to) => squared(store, to) - squared(store, from)
}

type Result = {
  readonly admission: Admission
  readonly movements: readonly Movement[]
  readonly costOf: CostOf
}

/** The worst objection decides the status. */
const severity: readonly Objection['status'][] = ['conflict', 'unknown_cluster', 'unknown_store']

function outcomeOf(override: Placing, { admission, movements, costOf }: Result): OverrideOutcome {
  const { id, kind } = override
  const moved = movements
    .filter((movement) => movement.id === id)
    .sort((a, b) => compareText(a.store, b.store))
  const leftOut = [...admission.excludedBy].flatMap(([store, by]) => (by === id ? [store] : []))
  const stores = kind === 'exclude' ? leftOut.sort(compareText) : moved.map(({ store }) => store)
  const objections = admission.objections.get(id) ?? []
  const objected = severity.find((status) => objections.some((one) => one.status === status))
  return {
    id,
    kind,
    status: objected ?? (stores.length > 0 ? 'applied' : 'no_effect'),
    stores: [...new Set(stores)],
    cost: moved.reduce((sum, { store, from, to }) => sum + costOf(store, from, to), 0),
    message: describeOutcome(override, { stores, moved, objections }),
  }
}

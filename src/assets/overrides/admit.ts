import type { ActiveOverride } from '../override'
import type { OverrideOutcome } from '../value'
import { createStoreGroups, type StoreGroups } from './store-groups'

/** An override that has a say in where stores go; a rename has none. */
export type Placing = Exclude<ActiveOverride, { readonly kind: 'rename' }>
type Lock = Extract<Placing, { readonly kind: 'lock' }>

/** Why an override does not hold, wholly or in part. */
export type Objection = {
  readonly status: Exclude<OverrideOutcome['status'], 'applied' | 'no_effect'>
  readonly text: string
}

/** What holds of the overrides, and what does not. */
export type Admission = {
  readonly groups: StoreGroups
  /** The newest lock of a store, whether it could be followed or not. */
  readonly lockOf: Map<string, Lock>
  /** The newest must-link that holds for a store, by the id of its entry. */
  readonly linkOf: Map<string, string>
  /** Stores that are left out, with the id of the entry that says so. */
  readonly excludedBy: Map<string, string>
  /** By the id of the entry. */
  readonly objections: Map<string, readonly Objection[]>
}

type Known = { readonly stores: ReadonlySet<string>; readonly clusters: ReadonlySet<string> }

/**
 * Takes the overrides up from the newest to the oldest: each holds as far as nothing newer stands
 * against it. Stores of a lock and pairs of a cannot-link hold one by one, a must-link as a whole.
 */
export function admit(overrides: readonly Placing[], known: Known): Admission {
  const admission: Admission = {
    groups: createStoreGroups(),
    lockOf: new Map(),
    linkOf: new Map(),
    excludedBy: new Map(),
    objections: new Map(),
  }
  for (const override of overrides.toReversed()) {
    const stores = [...new Set(override.stores)]
    for (const store of stores)
      if (!known.stores.has(store)) object(admission, override.id, 'unknown_store', store)
    const here = stores.filter((store) => known.stores.has(store))
    if (override.kind === 'lock') admitLock(admission, { ...override, stores: here }, known)
    else if (override.kind === 'must_link') admitLink(admission, override.id, here)
    else if (override.kind === 'exclude') admitExclusion(admission, override.id, here)
    else admitPairs(admission, override.id, here)
  }
  return admission
}

export function object(
  { objections }: Admission,
  id: string,
  status: Objection['status'],
  text: string | null,
): void {
  if (text !== null) objections.set(id, [...(objections.get(id) ?? []), { status, text }])
}

/** A lock to a cluster that is not there still stands against older locks of its stores. */
function admitLock(admission: Admission, lock: Lock, { clusters }: Known): void {
  const { groups, lockOf } = admission
  const { id, cluster } = lock
  const isHere = clusters.has(cluster)
  if (!isHere) object(admission, id, 'unknown_cluster', cluster)
  for (const store of lock.stores) {
    const newer = newerThanLock(admission, store, cluster)
    object(admission, id, 'conflict', newer)
    if (newer !== null) continue
    if (!lockOf.has(store)) lockOf.set(store, lock)
    if (isHere) object(admission, id, 'conflict', groups.lock(store, cluster))
  }
}

function newerThanLock({ lockOf, excludedBy }: Admission, store: string, cluster: string) {
  if (excludedBy.has(store)) return leftOutLater(store)
  const newer = lockOf.get(store)?.cluster ?? cluster
  return newer === cluster ? null : `a later override locks ${store} to ${newer}`
}

function admitLink(admission: Admission, id: string, stores: readonly string[]): void {
  const { groups, linkOf, excludedBy } = admission
  for (const store of stores)
    if (excludedBy.has(store)) object(admission, id, 'conflict', leftOutLater(store))
  const placed = stores.filter((store) => !excludedBy.has(store))
  if (placed.length < 2) return
  const against = groups.link(placed)
  object(admission, id, 'conflict', against)
  if (against !== null) return
  for (const store of placed) if (!linkOf.has(store)) linkOf.set(store, id)
}

function admitExclusion(admission: Admission, id: string, stores: readonly string[]): void {
  const { lockOf, linkOf, excludedBy } = admission
  for (const store of stores) {
    if (lockOf.has(store))
      object(admission, id, 'conflict', `a later override locks ${store} to a cluster`)
    else if (linkOf.has(store))
      object(admission, id, 'conflict', `a later override keeps ${store} with other stores`)
    else if (!excludedBy.has(store)) excludedBy.set(store, id)
  }
}

/** A store that is left out shares its cluster with nobody: nothing to object to. */
function admitPairs(admission: Admission, id: string, stores: readonly string[]): void {
  const { groups } = admission
  for (const [i, a] of stores.entries())
    for (const b of stores.slice(i + 1))
      object(admission, id, 'conflict', groups.forbid({ id, a, b }))
}

function leftOutLater(store: string): string {
  return `a later override leaves ${store} out`
}

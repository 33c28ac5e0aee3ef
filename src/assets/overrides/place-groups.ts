import { outlierLabel } from '../model-training/outlier-policy'
import { type Admission, object } from './admit'
import type { StoreGroup } from './store-groups'

/** A store that went to another cluster because of an override. */
export type Movement = {
  /** Of the entry in the log. */
  readonly id: string
  readonly store: string
  readonly from: string
  readonly to: string
}

/** Added inertia of a store that goes from one cluster to another: d(to)^2 - d(from)^2. */
export type CostOf = (store: string, from: string, to: string) => number

export type Situation = {
  /** The cluster of every store that is not left out, before the overrides. */
  readonly clusterOf: ReadonlyMap<string, string>
  /** Clusters with stores, in the order that breaks ties. */
  readonly occupied: readonly string[]
  readonly costOf: CostOf
}

/** Where every store is now, and how it came there. */
type Board = Omit<Situation, 'clusterOf'> & {
  readonly admission: Admission
  readonly clusterOf: Map<string, string>
  readonly movements: Movement[]
}

type Choice = { readonly group: StoreGroup; readonly to: string; readonly cost: number }

/**
 * Moves the stores in three steps: locked groups to their cluster; groups that have to share one to
 * where that adds the least inertia; of two that must not share one, the group whose move costs
 * less to its next allowed cluster. A pair for which no cluster is left stays, as a conflict.
 */
export function placeGroups(admission: Admission, situation: Situation): readonly Movement[] {
  const clusterOf = new Map(situation.clusterOf)
  const board: Board = { ...situation, admission, clusterOf, movements: [] }
  const groups = admission.groups.all()
  for (const group of groups) if (group.cluster !== null) move(board, group, group.cluster)
  for (const group of groups) if (group.cluster === null) gather(board, group)
  separate(board)
  return board.movements
}

/** `id`: the entry that moves the group, where that is not its own lock or link. */
function move(board: Board, group: StoreGroup, to: string, id?: string): void {
  const { admission, clusterOf, movements } = board
  for (const store of group.stores) {
    const from = at(board, store)
    if (from === to) continue
    movements.push({ id: id ?? reasonFor(admission, group, store), store, from, to })
    clusterOf.set(store, to)
  }
}

function reasonFor({ lockOf, linkOf }: Admission, group: StoreGroup, store: string): string {
  const lock = lockOf.get(store)
  return lock !== undefined && lock.cluster === group.cluster ? lock.id : (linkOf.get(store) ?? '')
}

/** Brings a group together; a rival that is in its way is moved later, if no place is free of one. */
function gather(board: Board, group: StoreGroup): void {
  if (new Set(group.stores.map((store) => at(board, store))).size === 1) return
  const choice = cheapest(allowed(board, group)) ?? cheapest(choicesIn(board, group))
  if (choice !== null) move(board, group, choice.to)
}

function separate(board: Board): void {
  const { groups } = board.admission
  for (const { id, a, b } of groups.pairs) {
    const [first, second] = [at(board, a), at(board, b)]
    // Stores that are left out or in no cluster share none.
    if (first !== second || first === '' || first === outlierLabel) continue
    const free = [groups.groupOf(a), groups.groupOf(b)].filter(({ cluster }) => cluster === null)
    const choice = cheapest(free.flatMap((group) => allowed(board, group)))
    if (choice !== null) move(board, choice.group, choice.to, id)
    else object(board.admission, id, 'conflict', `no other cluster is left for ${a} or ${b}`)
  }
}

/** Clusters without a store that must not be with the group. */
function allowed(board: Board, group: StoreGroup): readonly Choice[] {
  const rivals = board.admission.groups.rivalsOf(group)
  const closed = new Set(rivals.flatMap(({ stores }) => stores.map((store) => at(board, store))))
  return choicesIn(board, group).filter(({ to }) => !closed.has(to))
}

function choicesIn(board: Board, group: StoreGroup): readonly Choice[] {
  const { occupied, costOf } = board
  return occupied.map((to) => ({
    group,
    to,
    cost: group.stores.reduce((sum, store) => sum + costOf(store, at(board, store), to), 0),
  }))
}

/** The first of those that cost least. */
function cheapest(choices: readonly Choice[]): Choice | null {
  let best: Choice | null = null
  for (const choice of choices) if (best === null || choice.cost < best.cost) best = choice
  return best
}

/** Empty for a store that is left out. */
function at({ clusterOf }: Board, store: string): string {
  return clusterOf.get(store) ?? ''
}

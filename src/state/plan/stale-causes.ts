import type { Cause, OwnCause, RootCause } from '../../runs/cause'
import type { PlannedAsset } from '../../runs/plan'
import { rootCausesOf } from '../../runs/root-causes'
import type { AppState } from '../app-state'
import { selectEveryPlanned } from './plan-selectors'
import { remember } from '../remember'

/** One change with its name, and all that is not as it was because of it. */
export type NamedCause = {
  /** What tells it from the others: kind, name, and the key of the asset that reads it. */
  readonly id: string
  /** The asset that changed first: one key for all of its partitions. */
  readonly root: PlannedAsset
  readonly cause: OwnCause
  /** Ids (`key[partition]`) of the stale assets, the root's own included. */
  readonly stale: ReadonlySet<string>
}

/** Where the staleness of an asset comes from, its partitions folded into one. */
export type AssetRoot = RootCause & { readonly key: string }

/**
 * The root causes of an asset, nearest first: the same change of an asset in several partitions is
 * one, told by the first way down. None where it is not stale.
 */
export function rootsByAsset(
  id: string,
  plan: ReadonlyMap<string, PlannedAsset>,
): readonly AssetRoot[] {
  const roots = new Map<string, AssetRoot>()
  const planned = plan.get(id)
  for (const root of planned === undefined ? [] : rootCausesOf(planned)) {
    const key = plan.get(root.id)?.key ?? root.id
    const change = causeId(root.cause, key)
    if (!roots.has(change)) roots.set(change, { ...root, key })
  }
  return [...roots.values()]
}

/** Every change that made something stale, in the order of the plan. */
export function selectNamedCauses(state: AppState): readonly NamedCause[] {
  return namedCauses(selectEveryPlanned(state))
}

type Found = Omit<NamedCause, 'stale'> & { readonly stale: Set<string> }

/** An asset with why it is stale, as a plan tells it and as it stands in the causes of others. */
type Changed = { readonly id: string; readonly causes: readonly Cause[] }

const namedCauses = remember((all: readonly PlannedAsset[]): readonly NamedCause[] => {
  const byId = new Map(all.map((planned) => [planned.id, planned]))
  const found = new Map<string, Found>()
  const known = new Map<readonly Cause[], ReadonlySet<string>>()
  const note = (cause: OwnCause, { id }: Changed): readonly string[] => {
    const root = byId.get(id)
    if (root === undefined) return []
    const name = causeId(cause, root.key)
    if (!found.has(name)) found.set(name, { id: name, root, cause, stale: new Set() })
    return [name]
  }
  /** Causes are shared between assets: each is looked at once, however many read it. */
  const namesOf = (changed: Changed): ReadonlySet<string> => {
    const before = known.get(changed.causes)
    if (before !== undefined) return before
    const names = changed.causes.flatMap((cause) =>
      cause.kind === 'dependencies'
        ? cause.upstream.flatMap((upstream) => [...namesOf(upstream)])
        : note(cause, changed),
    )
    const unique = new Set(names)
    known.set(changed.causes, unique)
    return unique
  }
  for (const planned of all)
    for (const name of namesOf(planned)) found.get(name)?.stale.add(planned.id)
  return [...found.values()]
})

function causeId(cause: OwnCause, key: string): string {
  if (cause.kind === 'params') return `params ${cause.name} ${key}`
  return cause.kind === 'data' ? `data ${cause.role} ${key}` : `${cause.kind} ${key}`
}

import type { Role } from '../../assets/source'
import type { ExplanationPlan } from './explanation-plan'
import { overlay } from './match-clusters'
import type { Membership } from './membership'
import { type Placements, placementsAt } from './placements'
import type { RunSide } from './run-side'
import { type DataSplit, placeApart, splitOf } from './split-data'
import { stableIds } from './stable-ids'
import type { Thing } from './things-between'

/** One thing that alone, put back, puts a store back. `split` tells more of other data. */
export type Reason = { readonly thing: Thing; readonly split: DataSplit | null }

type Testing = {
  readonly thing: Thing
  /** The later run with the thing put back; null where that cannot be made. */
  readonly reference: RunSide | null
  readonly membership: Membership
  /** Where run a has the stores of the membership. */
  readonly earlier: Placements | null
}

/** The moves of a membership that one thing explains alone, by store. */
export async function reasonsOf(
  { thing, reference, membership, earlier }: Testing,
  plan: ExplanationPlan,
  { a, b }: { readonly a: RunSide; readonly b: RunSide },
): Promise<ReadonlyMap<string, Reason>> {
  if (reference === null) {
    if (!isOnlyData(thing, membership, plan)) return new Map()
    const apart = await placeApart(membership, a, b)
    const byOwnData = [...(apart ?? [])].filter(([, { ownData }]) => ownData)
    return new Map(byOwnData.map(([store]) => [store, { thing, split: 'own_data' as const }]))
  }
  const restored = earlier === null ? [] : await restoredBy(reference, earlier, { membership, a })
  const apart = isDataOf(thing, membership) ? await placeApart(membership, reference, b) : null
  return new Map(
    restored.map((store) => {
      const alone = apart?.get(store)
      return [store, { thing, split: alone === undefined ? null : splitOf(alone) }]
    }),
  )
}

/** The moved stores that are, in the reference, in the cluster where run a has them. */
async function restoredBy(
  reference: RunSide,
  earlier: Placements,
  { membership, a }: { readonly membership: Membership; readonly a: RunSide },
): Promise<readonly string[]> {
  const there = await placementsAt(reference, membership)
  if (there === null) return []
  const { common, matching } = overlay(earlier, there, await stableIds(a, reference, membership))
  const stays = new Map(matching.pairs)
  const moved = new Set(membership.moves.map(({ store }) => store))
  return common
    .filter(({ id, from, to }) => moved.has(id) && stays.get(from) === to)
    .map(({ id }) => id)
}

const rolesOf: Readonly<Record<'internal' | 'external', readonly Role[]>> = {
  internal: ['sales', 'product_map', 'store_metrics'],
  external: ['external'],
}

function isDataOf(thing: Thing, { view }: Membership): boolean {
  return thing.kind === 'input' && view !== 'merged' && rolesOf[view].includes(thing.input.role)
}

/** A file that cannot be put back can still be told from the rest where no other of its branch changed. */
function isOnlyData(thing: Thing, membership: Membership, { tests }: ExplanationPlan): boolean {
  const data = tests.filter((test) => isDataOf(test.thing, membership))
  return data.length === 1 && data[0]?.thing === thing
}

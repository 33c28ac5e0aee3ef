import { assetId } from '../address'
import type { CheckRecord, RunRecord } from '../contract'
import { type Change, keysOf, type Part, partOf } from './change'

export type CheckSide = Pick<CheckRecord, 'passed' | 'metadata'>

/** What a check found; null where a run did not run it. */
export type CheckChange = Change<CheckSide | null> &
  Pick<CheckRecord, 'name' | 'description' | 'severity' | 'blocking'> & { readonly asset: string }

type Known = CheckRecord & { readonly asset: string }

/** A check that only one run ran differs only where it did not hold. */
export function checksBetween(a: RunRecord, b: RunRecord): Part<CheckChange> {
  const [before, after] = [checksOf(a), checksOf(b)]
  const all = keysOf(before, after).flatMap((id): readonly CheckChange[] => {
    const known = after.get(id) ?? before.get(id)
    if (known === undefined) return []
    const { asset, name, description, severity, blocking } = known
    const words = { asset, name, description, severity, blocking }
    return [{ ...words, before: sideOf(before.get(id)), after: sideOf(after.get(id)) }]
  })
  return partOf(all, (change) => holds(change.before) !== holds(change.after))
}

function holds(side: CheckSide | null): boolean {
  return side === null || side.passed
}

function checksOf({ assets }: RunRecord): ReadonlyMap<string, Known> {
  return new Map(
    assets.flatMap((record) =>
      record.checks.map((check) => {
        const asset = assetId(record)
        return [`${asset}.${check.name}`, { ...check, asset }] as const
      }),
    ),
  )
}

function sideOf(check: Known | undefined): CheckSide | null {
  return check === undefined ? null : { passed: check.passed, metadata: check.metadata }
}

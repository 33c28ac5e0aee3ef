import { compareText } from './compare-text'
import type { IdRule } from './id-rules'
import { normalForm } from './normal-form'

/** An id of the left side and the id of the right side that means the same. */
export type IdPair = { readonly left: string; readonly right: string }

/** Ids that a rule cannot tell apart on at least one side, so that it matches none of them. */
export type IdConflict = {
  readonly form: string
  readonly left: readonly string[]
  readonly right: readonly string[]
}

/** Every list is sorted by code units, pairs and conflicts by their first part. */
export type IdMatching = {
  /** Of equal ids and of those that the rules match; `byRule` holds the latter only. */
  readonly pairs: readonly IdPair[]
  readonly byRule: readonly IdPair[]
  readonly onlyLeft: readonly string[]
  readonly onlyRight: readonly string[]
  readonly conflicts: readonly IdConflict[]
}

/**
 * Finds every id of one side on the other: equal ids first, byte for byte; of the rest those whose
 * normal form by the rules is the same and is that of no other id of either side. Each id is in one
 * pair or in one of the lists of one side, whatever the order of the ids; an id given twice counts
 * once. Turned round, the sides give the same pairs turned round. Time and space grow with the ids.
 */
export function matchIds(
  left: Iterable<string>,
  right: Iterable<string>,
  rules: readonly IdRule[] = [],
): IdMatching {
  const [leftIds, rightIds] = [new Set(left), new Set(right)]
  const exact = [...leftIds].filter((id) => rightIds.has(id))
  const { byRule, conflicts } = rules.length === 0 ? noRule : matchByRule(leftIds, rightIds, rules)
  const [leftDone, rightDone] = [new Set(exact), new Set(exact)]
  for (const pair of byRule) {
    leftDone.add(pair.left)
    rightDone.add(pair.right)
  }
  const equal = exact.map((id) => ({ left: id, right: id }))
  return {
    pairs: [...equal, ...byRule].sort(byLeft),
    byRule,
    onlyLeft: [...leftIds].filter((id) => !leftDone.has(id)).sort(compareText),
    onlyRight: [...rightIds].filter((id) => !rightDone.has(id)).sort(compareText),
    conflicts,
  }
}

const noRule: Pick<IdMatching, 'byRule' | 'conflicts'> = { byRule: [], conflicts: [] }

type Sides = { readonly left: string[]; readonly right: string[] }

/** An id that is equal on both sides still stands in the way of others of its form. */
function matchByRule(
  left: ReadonlySet<string>,
  right: ReadonlySet<string>,
  rules: readonly IdRule[],
): Pick<IdMatching, 'byRule' | 'conflicts'> {
  const byForm = new Map<string, Sides>()
  const sidesOf = (id: string): Sides => {
    const form = normalForm(id, rules)
    const known = byForm.get(form)
    if (known !== undefined) return known
    const sides = { left: [], right: [] }
    byForm.set(form, sides)
    return sides
  }
  for (const id of left) sidesOf(id).left.push(id)
  for (const id of right) sidesOf(id).right.push(id)
  const byRule: IdPair[] = []
  const conflicts: IdConflict[] = []
  for (const [form, sides] of byForm) {
    const isClear = sides.left.length < 2 && sides.right.length < 2
    const isEqual =
      sides.left.every((id) => right.has(id)) && sides.right.every((id) => left.has(id))
    if (isEqual) continue
    if (!isClear)
      conflicts.push({
        form,
        left: sides.left.sort(compareText),
        right: sides.right.sort(compareText),
      })
    else if (sides.left.length === 1 && sides.right.length === 1)
      byRule.push({ left: sides.left[0], right: sides.right[0] })
  }
  return {
    byRule: byRule.sort(byLeft),
    conflicts: conflicts.sort((a, b) => compareText(a.form, b.form)),
  }
}

function byLeft(a: IdPair, b: IdPair): number {
  return compareText(a.left, b.left)
}

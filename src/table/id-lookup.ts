import { compareText } from './compare-text'
import type { IdRule } from './id-rules'
import { normalForm } from './normal-form'

export type IdLookup = {
  /** Place of the id in the list that it was made from: of the equal id, else by the rules, else -1. */
  readonly indexOf: (text: string) => number
  /** Ids of the list that the rules cannot tell apart: they are found byte for byte only. */
  readonly conflicts: readonly { readonly form: string; readonly ids: readonly string[] }[]
}

/**
 * Finds ids one by one, as they come, where the other side is not known as a whole. Several texts may
 * find the same id. Of an id that is listed twice the first place counts.
 */
export function createIdLookup(ids: readonly string[], rules: readonly IdRule[]): IdLookup {
  const exact = new Map<string, number>()
  ids.forEach((id, index) => {
    if (!exact.has(id)) exact.set(id, index)
  })
  if (rules.length === 0) return { indexOf: (text) => exact.get(text) ?? -1, conflicts: [] }
  /** The place of the one id of a form, -1 where there are several. */
  const clear = new Map<string, number>()
  const shared = new Map<string, string[]>()
  for (const [id, index] of exact) {
    const form = normalForm(id, rules)
    const known = clear.get(form)
    if (known === undefined) clear.set(form, index)
    else if (known === -1) shared.get(form)?.push(id)
    else {
      shared.set(form, [ids[known], id])
      clear.set(form, -1)
    }
  }
  const conflicts = Array.from(shared, ([form, same]) => ({ form, ids: same.sort(compareText) }))
  return {
    indexOf: (text) => exact.get(text) ?? clear.get(normalForm(text, rules)) ?? -1,
    conflicts: conflicts.sort((a, b) => compareText(a.form, b.form)),
  }
}

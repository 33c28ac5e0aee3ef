/** The rules by which two ids that are not equal may still mean the same, in the order of use. */
export const idRules = ['trim', 'nfc', 'case', 'leading_zeros', 'decimal_zero'] as const
export type IdRule = (typeof idRules)[number]

/** `exact`, one rule, or several that hold together. */
export type IdMatch = 'exact' | IdRule | readonly IdRule[]

/** The rules of a setting, each once and in one order, however it was written. */
export function rulesOf(match: IdMatch): readonly IdRule[] {
  if (match === 'exact') return []
  return idRules.filter((rule) =>
    typeof match === 'string' ? rule === match : match.includes(rule),
  )
}

import type { IdRule } from '../../table/id-rules'

/** What a rule does not care about, in the words of a person. */
export const ruleWords: Readonly<Record<IdRule | 'all', string>> = {
  trim: 'Blanks and quotes around',
  nfc: 'Accents, widths and dashes',
  case: 'Small and capital letters',
  leading_zeros: 'Leading zeros',
  decimal_zero: '12.0 as 12',
  all: 'All rules together',
}

/** As `id_match` is written: one rule by its name, several as a list. */
export function settingOf(rules: readonly IdRule[]): string | readonly IdRule[] {
  const [first] = rules
  if (first === undefined) return 'exact'
  return rules.length === 1 ? first : rules
}

const everyRule: readonly IdRule[] = ['trim', 'nfc', 'case', 'leading_zeros', 'decimal_zero']

/** The rules in use and one more, in their order. */
export function rulesWith(inUse: readonly IdRule[], added: IdRule | 'all'): readonly IdRule[] {
  return everyRule.filter((rule) => added === 'all' || rule === added || inUse.includes(rule))
}

import { idRules, type IdRule } from '../table/id-rules'
import { type IdMatching, matchIds } from '../table/match-ids'
import { proposeRules } from '../table/propose-rules'
import { firstFew } from './first-few'
import type { CheckOutcome, ComputeContext } from './spec'
import type { IdConflict, IdPair, RuleOffer } from './value'

/** The rules that would match more than those in use; most matchings are complete and ask none. */
export function offersFor(
  left: readonly string[],
  right: readonly string[],
  { now, rules }: { readonly now: IdMatching; readonly rules: readonly IdRule[] },
): readonly RuleOffer[] {
  const rest = matchIds(now.onlyLeft, now.onlyRight, idRules)
  if (rest.byRule.length + rest.conflicts.length === 0) return []
  return proposeRules(left, right, rules)
    .filter(({ nAdded }) => nAdded > 0)
    .map(({ rule, nAdded, nConflicts, examples }) => ({ rule, nAdded, nConflicts, examples }))
}

/** `007 = 7, 012 = 12 and 30 more` */
function firstPairs(pairs: readonly IdPair[]): string | null {
  return firstFew(pairs.map(({ left, right }) => `${left} = ${right}`))
}

/** Ids that are not equal are never joined in silence. */
export function tellMatched(pairs: readonly IdPair[], log: ComputeContext['log']): void {
  if (pairs.length > 0)
    log('info', `Stores matched by id_match: ${pairs.length} (${firstPairs(pairs) ?? ''}).`)
}

/** In words that `id_match` takes: `59 with decimal_zero`. */
export function wouldMatch(offers: readonly RuleOffer[]): string | null {
  return firstFew(
    offers.map(
      ({ rule, nAdded }) => `${nAdded} with ${rule === 'all' ? `[${idRules.join(', ')}]` : rule}`,
    ),
  )
}

/** How many more ids each rule would match; 0 of a rule that would match none. */
export function writtenAlike(offers: readonly RuleOffer[]): CheckOutcome {
  const added = (rule: RuleOffer['rule']) => offers.find((one) => one.rule === rule)?.nAdded ?? 0
  const best = offers.find(({ nAdded }) => nAdded === added('all')) ?? offers[0]
  return {
    passed: offers.length === 0,
    metadata: {
      more_by_trim: added('trim'),
      more_by_nfc: added('nfc'),
      more_by_case: added('case'),
      more_by_leading_zeros: added('leading_zeros'),
      more_by_decimal_zero: added('decimal_zero'),
      more_by_all: added('all'),
      first: best === undefined ? null : firstPairs(best.examples),
    },
  }
}

type Matched = {
  readonly matchedByRule: readonly IdPair[]
  readonly idConflicts: readonly IdConflict[]
}

/** Whether the rules in use can tell all ids apart. */
export function toldApart({ matchedByRule, idConflicts }: Matched): CheckOutcome {
  return {
    passed: idConflicts.length === 0,
    metadata: {
      conflicts: idConflicts.length,
      first: firstFew(
        idConflicts.map(({ left, right }) => [...new Set([...left, ...right])].join(' / ')),
      ),
      matched_by_rule: matchedByRule.length,
    },
  }
}

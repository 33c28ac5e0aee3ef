import { type IdRule, idRules } from '../../table/id-rules'
import { type IdConflict, type IdMatching, type IdPair, matchIds } from '../../table/match-ids'
import { type IdJoin, matchProducts } from './id-joins'

/** A rule that is not in use and would match more; nothing is done unasked. */
export type IdOffer = {
  readonly rule: IdRule | 'all'
  /** What to set: the rules in use and this one. */
  readonly rules: readonly IdRule[]
  readonly nAdded: number
  readonly examples: readonly IdPair[]
  readonly conflicts: readonly IdConflict[]
}

const nExamples = 3

/**
 * What each rule would add to a join, and all of them together, one after the other, so that a page
 * can do something else in between: `null` where a rule would add nothing. The most stores come last.
 */
export function* offersFor(join: IdJoin): Generator<IdOffer | null> {
  if (!mayMatchMore(join)) return
  const known = new Set(join.matching.pairs.map(({ left }) => left))
  let mostAdded = 0
  for (const rule of [...idRules, 'all' as const]) {
    const rules = idRules.filter(
      (one) => rule === 'all' || one === rule || join.rules.includes(one),
    )
    if (rules.length === join.rules.length) continue
    const { pairs, byRule, conflicts } = matchBy(join, rules)
    const nAdded = pairs.length - join.matching.pairs.length
    // All rules together are only worth a thought where no single one does the same.
    if (nAdded <= (rule === 'all' ? mostAdded : 0)) {
      yield null
      continue
    }
    const examples = byRule.filter(({ left }) => !known.has(left)).slice(0, nExamples)
    mostAdded = nAdded > mostAdded ? nAdded : mostAdded
    yield { rule, rules, nAdded, examples, conflicts }
  }
}

function matchBy({ kind, leftIds, rightIds }: IdJoin, rules: readonly IdRule[]): IdMatching {
  return kind === 'products'
    ? matchProducts(leftIds, rightIds, rules)
    : matchIds(leftIds, rightIds, rules)
}

/** A rule can only match ids that both sides have left over. */
function mayMatchMore({ kind, matching: { onlyLeft, onlyRight }, rightIds }: IdJoin): boolean {
  if (onlyLeft.length === 0) return false
  // Several products of the sales may be one of the map, also one that is found already.
  if (kind === 'products') return matchProducts(onlyLeft, rightIds, idRules).byRule.length > 0
  const rest = matchIds(onlyLeft, onlyRight, idRules)
  return rest.byRule.length + rest.conflicts.length > 0
}

import { idRules, type IdRule } from './id-rules'
import { type IdPair, matchIds } from './match-ids'

/** What a rule would do for two lists of ids: offered to a person, never applied unasked. */
export type RuleProposal = {
  /** `all`: every rule together. */
  readonly rule: IdRule | 'all'
  /** What to set: the rules in use and this one. */
  readonly rules: readonly IdRule[]
  /** Ids that are equal on both sides. */
  readonly nExact: number
  /** Pairs in all with these rules, and how many more that is than with the rules in use. */
  readonly nMatched: number
  readonly nAdded: number
  /** Normal forms that several ids of one side share; none of those ids is matched by a rule. */
  readonly nConflicts: number
  /** The first few pairs that it would match. */
  readonly examples: readonly IdPair[]
}

const nExamples = 3

/**
 * What each single rule, and all of them together, would add to the rules in use (none by default).
 * Time and space grow with the ids.
 */
export function proposeRules(
  left: readonly string[],
  right: readonly string[],
  inUse: readonly IdRule[] = [],
): readonly RuleProposal[] {
  const now = matchIds(left, right, inUse)
  const nExact = now.pairs.length - now.byRule.length
  const known = new Set(now.byRule.map((pair) => pair.left))
  const propose = (rule: RuleProposal['rule']): RuleProposal => {
    const rules = idRules.filter((one) => rule === 'all' || one === rule || inUse.includes(one))
    const { pairs, byRule, conflicts } = matchIds(left, right, rules)
    return {
      rule,
      rules,
      nExact,
      nMatched: pairs.length,
      nAdded: pairs.length - now.pairs.length,
      nConflicts: conflicts.length,
      examples: byRule.filter((pair) => !known.has(pair.left)).slice(0, nExamples),
    }
  }
  return [...idRules.map(propose), propose('all')]
}

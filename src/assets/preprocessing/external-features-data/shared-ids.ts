import type { IdRule } from '../../../table/id-rules'
import { matchIds } from '../../../table/match-ids'
import { offersFor } from '../../id-matching'
import type { ExternalFeatures } from './spec'

/** One id for each store, whichever file it is read from. */
export type SharedIds = {
  /** Takes the next file: the shared id of each of its ids, which are all different. */
  readonly take: (fileName: string, ids: readonly string[]) => readonly string[]
  readonly report: () => Pick<ExternalFeatures, 'matchedByRule' | 'idConflicts' | 'ruleOffers'>
}

type Offer = ExternalFeatures['ruleOffers'][number]

/** A store keeps the id of the first file that has it; files are taken in the order of their names. */
export function createSharedIds(rules: readonly IdRule[]): SharedIds {
  const shared = new Set<string>()
  const matchedByRule: ExternalFeatures['matchedByRule'][number][] = []
  const idConflicts: ExternalFeatures['idConflicts'][number][] = []
  const offers = new Map<Offer['rule'], Offer>()
  return {
    take: (fileName, ids) => {
      const known = [...shared]
      const matching = matchIds(known, ids, rules)
      for (const pair of matching.byRule) matchedByRule.push({ ...pair, file: fileName })
      for (const conflict of matching.conflicts)
        if (conflict.right.length > 0) idConflicts.push({ ...conflict, file: fileName })
      for (const offer of offersFor(known, ids, { now: matching, rules }))
        offers.set(offer.rule, addOffer(offers.get(offer.rule), offer))
      for (const id of matching.onlyRight) shared.add(id)
      const sharedOf = new Map(matching.byRule.map(({ left, right }) => [right, left]))
      return ids.map((id) => sharedOf.get(id) ?? id)
    },
    report: () => ({ matchedByRule, idConflicts, ruleOffers: [...offers.values()] }),
  }
}

const nExamples = 3

function addOffer(before: Offer | undefined, { rule, ...more }: Offer): Offer {
  return {
    rule,
    nAdded: (before?.nAdded ?? 0) + more.nAdded,
    nConflicts: (before?.nConflicts ?? 0) + more.nConflicts,
    examples: [...(before?.examples ?? []), ...more.examples].slice(0, nExamples),
  }
}

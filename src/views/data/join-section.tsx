import { useMemo } from 'react'
import type { IdJoin } from '../../state/sources/id-joins'
import { Notice } from '../../ui/notice'
import { Region } from '../../ui/region'
import { IdList } from './id-list'
import { JoinPicture } from './join-picture'
import {
  exampleIds,
  inUseSentence,
  matchingTitle,
  offerLine,
  pictureHeads,
  pictureLines,
  sidesOf,
  sumSentence,
} from './join-report.model'
import classes from './reading-panel.module.css'
import { RuleOffers } from './rule-offers'
import { useOffers } from './use-offers'

export type JoinSectionProps = { readonly join: IdJoin; readonly label: string }

/** Two sides and their ids: the picture, the rules that would match more, and every list. */
export function JoinSection({ join, label }: JoinSectionProps) {
  const { matching, rules } = join
  const sides = useMemo(() => sidesOf(join), [join])
  const { offers, isDone } = useOffers(join)
  const title = matchingTitle(sides, matching)
  return (
    <Region divided label={label} title={title} subtitle={sumSentence(sides, matching)}>
      {sides.kind !== 'products' && matching.pairs.length === 0 && (
        <Notice tone="fail" title={exampleIds(sides, matching)}>
          {isDone && offers.length === 0
            ? 'No rule would match them: see that each file has the right role and the right store column.'
            : 'Look at how both write their ids.'}
        </Notice>
      )}
      <div className={classes.beside}>
        <div>
          <JoinPicture
            label={`${label} by the files they appear in`}
            what={sides.kind === 'products' ? 'Products' : 'Stores'}
            heads={pictureHeads(sides)}
            lines={pictureLines(sides, matching)}
          />
          <RuleOffers
            lines={offers.map((offer) =>
              offerLine(sides, {
                ...offer,
                nConflicts: offer.conflicts.length,
                conflict: offer.conflicts[0],
              }),
            )}
            inUse={rules}
            inUseWords={inUseSentence(sides, rules, matching)}
          />
        </div>
        <IdList sides={sides} matching={matching} label={label} />
      </div>
    </Region>
  )
}

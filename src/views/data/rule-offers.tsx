import type { IdRule } from '../../table/id-rules'
import { Button } from '../../ui/controls'
import type { OfferLine } from './join-report.model'
import classes from './join-report.module.css'
import { ruleWords, settingOf } from './rule-words'
import { useSetting } from './use-setting'

export type RuleOffersProps = {
  readonly lines: readonly OfferLine[]
  /** In use, and what they did. */
  readonly inUse: readonly IdRule[]
  readonly inUseWords: string
}

/** Rules that would match more ids, each a choice of a person; the chosen ones with the way back. */
export function RuleOffers({ lines, inUse, inUseWords }: RuleOffersProps) {
  const setMatch = useSetting('id_match')
  if (lines.length === 0 && inUse.length === 0) return null
  return (
    <ul className={classes.offers} aria-label="Ways to match more ids">
      {inUse.length > 0 && (
        <li data-chosen>
          <div>
            <b>Chosen: {inUse.map((rule) => ruleWords[rule]).join(', ')}</b>
            <p>{inUseWords}</p>
          </div>
          <Button
            size="xs"
            variant="default"
            onClick={() => setMatch(undefined, 'Ids match only where they are equal')}
          >
            Match equal ids only
          </Button>
        </li>
      )}
      {lines.map(({ key, title, detail, conflict, rules }) => (
        <li key={key}>
          <div>
            <b>{title}</b>
            <p>{detail}</p>
            {conflict !== '' && <p className={classes.conflict}>{conflict}</p>}
          </div>
          <Button
            size="xs"
            variant="light"
            aria-label={`Match this way: ${title}`}
            onClick={() => setMatch(settingOf(rules), `Ids also match: ${title}`)}
          >
            Match this way
          </Button>
        </li>
      ))}
    </ul>
  )
}

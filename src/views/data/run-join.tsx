import { useMemo } from 'react'
import { useApp, useAsset } from '../../state/hooks'
import { readySources, selectCategory } from '../../state/selectors'
import { crossed } from '../../state/shown-assets'
import { selectJoinRules } from '../../state/sources/id-joins'
import { Region } from '../../ui/region'
import { StaleLine } from '../stale-line'
import { IdList } from './id-list'
import { joinHint } from './join.model'
import { JoinPicture } from './join-picture'
import {
  inUseSentence,
  matchingTitle,
  offerLine,
  pictureLines,
  sumSentence,
} from './join-report.model'
import classes from './reading-panel.module.css'
import { RuleOffers } from './rule-offers'
import { rulesWith } from './rule-words'
import { matchingOfRun, viewSides } from './run-join.model'

/** Where files name more stores than are kept, the last run says how they met. */
export function RunJoin() {
  const category = useApp(selectCategory)
  const sources = useApp(readySources)
  const asset = useAsset(crossed, category)
  const inUse = useApp(selectJoinRules).stores
  const { value, stale } = asset
  const matching = useMemo(() => (value === null ? null : matchingOfRun(value)), [value])
  if (value === null || matching === null)
    return <Region divided label="Stores" title="Stores" subtitle={joinHint(sources)} />
  const where = category === null || category === 'all' ? '' : ` Counted in ${category}.`
  return (
    <Region
      divided
      label="Stores"
      title={matchingTitle(viewSides, matching)}
      subtitle={`${sumSentence(viewSides, matching)}${where}`}
    >
      {stale && <StaleLine asset={asset} />}
      <div className={classes.beside}>
        <div>
          <JoinPicture lines={pictureLines(viewSides, matching)} />
          <RuleOffers
            lines={value.ruleOffers.map((offer) =>
              offerLine(viewSides, {
                ...offer,
                rules: rulesWith(inUse, offer.rule),
              }),
            )}
            inUse={inUse}
            inUseWords={inUseSentence(viewSides, inUse, matching)}
          />
        </div>
        <IdList sides={viewSides} matching={matching} label="Stores" />
      </div>
    </Region>
  )
}

import { useMemo } from 'react'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { RunRecord } from '../../runs/contract'
import { useApp, useAsset } from '../../state/hooks'
import { readySources } from '../../state/selectors'
import { selectIdJoins } from '../../state/sources/id-joins'
import { crossed, internalSalesByCategory } from '../../state/shown-assets'
import { StatusGlyph } from '../../ui/status-glyph'
import { formatCount } from '../../ui/number-format'
import { dataAssetKeys } from '../data-assets'
import { Button } from '../../ui/controls'
import { type CheckLine, dataChecks } from './checks.model'
import type { DeskTarget } from './desk-place'
import classes from './data-side.module.css'
import { JoinPicture } from './join-picture'
import { joinHint, joinLines, joinOf, joinOfMerged, joinTitle } from './join.model'
import { moneyOf } from './money.model'

export type DataSideProps = {
  readonly run: RunRecord | null
  readonly category: string | null
  /** The join is in full where its own tab is open. */
  readonly isJoinShown: boolean
  readonly onGo: (target: DeskTarget) => void
}

/** Do the files fit together: stores, money, checks. Only what was counted is shown. */
export function DataSide({ run, category, isJoinShown, onGo }: DataSideProps) {
  return (
    <aside className={classes.side} aria-label="How the files fit together">
      {!isJoinShown && <JoinBlock category={category} onGo={onGo} />}
      <MoneyBlock category={category} />
      {run !== null && <ChecksBlock run={run} />}
    </aside>
  )
}

function JoinBlock({ category, onGo }: Pick<DataSideProps, 'category' | 'onGo'>) {
  const { value, stale, isPlanned } = useAsset(crossed, category)
  // A category that the files have no more is as out of date as one that is counted anew.
  const counted = stale || !isPlanned ? null : value
  const sources = useApp(readySources)
  const { stores } = useApp(selectIdJoins)
  const ofFiles = stores === null ? null : joinOf(stores.matching)
  const join = counted === null ? ofFiles : joinOfMerged(counted)
  if (join === null)
    return (
      <section className={classes.block}>
        <p className={classes.what}>{joinHint(sources)}</p>
      </section>
    )
  return (
    <section className={classes.block}>
      <h2>{joinTitle(join)}</h2>
      {counted !== null && category !== null && category !== 'all' && (
        <p className={classes.what}>Counted in {category}</p>
      )}
      <JoinPicture lines={joinLines(join)} />
      <Button size="xs" variant="default" onClick={() => onGo({ tab: 'join' })}>
        See the lists
      </Button>
    </section>
  )
}

function MoneyBlock({ category }: Pick<DataSideProps, 'category'>) {
  const { value, stale, isPlanned } = useAsset(internalSalesByCategory, category)
  if (value === null) return null
  const money = moneyOf(value, category)
  return (
    <section className={classes.block}>
      <h2>{money.title}</h2>
      {(stale || !isPlanned) && (
        <p className={classes.lost}>As counted before files or settings changed</p>
      )}
      <div className={classes.money} aria-hidden="true" title={money.exact}>
        <span style={{ flexGrow: money.matchedShare }} />
        <span style={{ flexGrow: 1 - money.matchedShare }} />
      </div>
      <p className={classes.sums} title={money.exact}>
        <span>{money.matched}</span>
        <span className={classes.lost}>{money.unmatched}</span>
      </p>
    </section>
  )
}

function ChecksBlock({ run }: { readonly run: RunRecord }) {
  const checks = useMemo(() => dataChecks(run, dataAssetKeys), [run])
  return (
    <section className={classes.block}>
      <h2>{checks.title}</h2>
      <p className={classes.what}>Checks of the files, in run {run.seq}</p>
      <ul className={classes.checks}>
        {checks.lines.map((line) => (
          <CheckItem key={line.key} line={line} />
        ))}
        {checks.lines.length > 0 && checks.nPassed > 0 && (
          <li>
            <StatusGlyph status="fresh" />
            <div>
              <b>{formatCount(checks.nPassed)} more passed</b>
            </div>
          </li>
        )}
      </ul>
    </section>
  )
}

function CheckItem({ line }: { readonly line: CheckLine }) {
  return (
    <li>
      {line.tone === 'fail' ? (
        <StatusGlyph status="failed" />
      ) : (
        <IconAlertTriangle size={16} stroke={1.5} color="var(--warn-mark)" aria-label="Warning" />
      )}
      <div>
        <b>{line.title}</b>
        <p>{line.detail}</p>
      </div>
    </li>
  )
}

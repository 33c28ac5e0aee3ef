import { useMemo } from 'react'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { RunRecord } from '../../runs/contract'
import { useApp, useAsset } from '../../state/hooks'
import { readySources } from '../../state/selectors'
import { crossed, internalSalesByCategory } from '../../state/shown-assets'
import { StatusGlyph } from '../../ui/status-glyph'
import { formatCount } from '../../ui/number-format'
import { dataAssetKeys } from '../data-assets'
import { type CheckLine, dataChecks } from './checks.model'
import classes from './data-side.module.css'
import { JoinPicture } from './join-picture'
import { joinHint, joinLines, joinOfMerged, joinOfSources, joinTitle } from './join.model'
import { moneyOf } from './money.model'

export type DataSideProps = {
  readonly run: RunRecord | null
  readonly category: string | null
}

/** Do the files fit together: stores, money, checks. Only what was counted is shown. */
export function DataSide({ run, category }: DataSideProps) {
  return (
    <aside className={classes.side} aria-label="How the files fit together">
      <JoinBlock category={category} />
      <MoneyBlock category={category} />
      {run !== null && <ChecksBlock run={run} />}
    </aside>
  )
}

function JoinBlock({ category }: Pick<DataSideProps, 'category'>) {
  const { value, stale } = useAsset(crossed, category)
  const counted = stale ? null : value
  const sources = useApp(readySources)
  const join = useMemo(
    () => (counted === null ? joinOfSources(sources) : joinOfMerged(counted)),
    [counted, sources],
  )
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
    </section>
  )
}

function MoneyBlock({ category }: Pick<DataSideProps, 'category'>) {
  const { value, stale } = useAsset(internalSalesByCategory, category)
  if (value === null) return null
  const money = moneyOf(value, category)
  return (
    <section className={classes.block}>
      <h2>{money.title}</h2>
      {stale && <p className={classes.lost}>As counted before files or settings changed</p>}
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
      <p className={classes.what}>Checked in run {run.seq}</p>
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

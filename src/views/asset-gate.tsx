import type { ReactNode } from 'react'
import { Button } from '../ui/controls'
import { type AssetView, useActions, useApp, useAppLater } from '../state/hooks'
import { selectProgress } from '../state/runs/progress'
import { selectReadiness } from '../state/selectors'
import { formatPercent } from '../ui/number-format'
import { Skeleton } from '../ui/skeleton'
import classes from './asset-gate.module.css'
import { gateState, isOld } from './asset-gate.model'
import { FailedAsset } from './failed-asset'
import { RunButton } from './run-button'
import { StaleLine } from './stale-line'

export type AssetGateProps<V> = {
  readonly asset: AssetView<V>
  /** What will be seen here, in the plural: `Clusters`. */
  readonly label: string
  /** False where the screen drains its own pictures, to keep the colour of a control beside them. */
  readonly drains?: boolean
  readonly children: (value: V) => ReactNode
}

/** Missing, loading, running, stale and failed, drawn once for every asset on every screen. */
export function AssetGate<V>({ asset, label, drains = true, children }: AssetGateProps<V>) {
  const state = gateState(asset)
  const { value } = asset
  if (state === 'missing') return <Missing label={label} isPlanned={asset.isPlanned} />
  if (state === 'outdated') return <Outdated label={label} />
  const shown = value === null ? null : children(value)
  return (
    <>
      {state === 'stale' && <StaleLine asset={asset} />}
      {state === 'running' && <Running label={label} />}
      {state === 'failed' && <FailedAsset asset={asset} label={label} />}
      {shown === null ? (
        (state === 'loading' || state === 'running') && (
          <div className={classes.pad}>
            <Skeleton label={`Loading ${label.toLowerCase()}`} />
          </div>
        )
      ) : (
        <div className={classes.content} data-drained={(drains && isOld(asset)) || undefined}>
          {shown}
        </div>
      )}
    </>
  )
}

type MissingProps = { readonly label: string; readonly isPlanned: boolean }

/** Not made yet; or these files cannot make it, and then what would. */
function Missing({ label, isPlanned }: MissingProps) {
  const readiness = useApp(selectReadiness)
  const { look } = useActions()
  const canRun = readiness.can !== 'none' && (isPlanned || readiness.sentence === '')
  return (
    <section className={classes.missing}>
      <h2>No {label.toLowerCase()} yet</h2>
      <p>{canRun ? `${label} appear here after a run.` : `${readiness.sentence}.`}</p>
      <div className={classes.actions}>
        {canRun && <RunButton size="sm">Run</RunButton>}
        <Button variant="subtle" onClick={() => look({ screen: 'data' })}>
          Check the data{canRun ? ' first' : ''}
        </Button>
      </div>
    </section>
  )
}

/** A value of an earlier version of the method may lack what is drawn here: it is made anew. */
function Outdated({ label }: { readonly label: string }) {
  const { look } = useActions()
  return (
    <section className={classes.missing}>
      <h2>{label} are from an earlier version of the method</h2>
      <p>They cannot be shown as they are. A run makes them anew from the files on Data.</p>
      <div className={classes.actions}>
        <RunButton size="sm">Run</RunButton>
        <Button variant="subtle" onClick={() => look({ screen: 'data' })}>
          Check the data first
        </Button>
      </div>
    </section>
  )
}

function Running({ label }: { readonly label: string }) {
  const progress = useAppLater(selectProgress)
  const share = progress?.share ?? 0
  return (
    <div
      className={classes.running}
      role="progressbar"
      aria-label={`Making ${label.toLowerCase()}`}
      aria-valuenow={Math.round(share * 100)}
    >
      <span className={classes.track}>
        <span className={classes.fill} style={{ transform: `scaleX(${share})` }} />
      </span>
      {progress !== null && (
        <span className={classes.words}>
          {label} are being made: {progress.stage}, {formatPercent(share)}
        </span>
      )}
    </div>
  )
}

import type { ReactNode } from 'react'
import { Button } from '../ui/controls'
import { IconPlayerPlay } from '@tabler/icons-react'
import { type AssetView, useActions, useApp } from '../state/hooks'
import { selectProgress } from '../state/progress'
import { selectionFor, selectReadiness } from '../state/selectors'
import { Notice } from '../ui/notice'
import { formatPercent } from '../ui/number-format'
import { Skeleton } from '../ui/skeleton'
import css from './asset-gate.module.css'
import { gateState, isOld, staleReason } from './asset-gate.model'

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
  if (state === 'missing') return <Missing label={label} />
  const shown = value === null ? null : children(value)
  return (
    <>
      {state === 'stale' && <Stale asset={asset} />}
      {state === 'running' && <Running label={label} />}
      {state === 'failed' && <Failed asset={asset} label={label} />}
      {shown === null ? (
        (state === 'loading' || state === 'running') && (
          <div className={css['pad']}>
            <Skeleton label={`Loading ${label.toLowerCase()}`} />
          </div>
        )
      ) : (
        <div className={css['content']} data-drained={(drains && isOld(asset)) || undefined}>
          {shown}
        </div>
      )}
    </>
  )
}

function useRun() {
  const readiness = useApp(selectReadiness)
  const { startRun } = useActions()
  return {
    canRun: readiness.can !== 'none',
    readiness,
    run: () => void startRun(selectionFor(readiness)),
  }
}

function RunButton({ size, children }: { readonly size: 'xs' | 'sm'; readonly children: string }) {
  const { canRun, run } = useRun()
  return (
    <Button
      size={size}
      disabled={!canRun}
      onClick={run}
      leftSection={size === 'sm' && <IconPlayerPlay size={16} stroke={1.5} aria-hidden />}
    >
      {children}
    </Button>
  )
}

function Missing({ label }: { readonly label: string }) {
  const { canRun, readiness } = useRun()
  const { look } = useActions()
  return (
    <section className={css['missing']}>
      <h2>No {label.toLowerCase()} yet</h2>
      <p>{canRun ? `${label} appear here after the first run.` : `${readiness.sentence}.`}</p>
      <div className={css['actions']}>
        {canRun && <RunButton size="sm">Run</RunButton>}
        <Button variant="subtle" onClick={() => look({ screen: 'data' })}>
          Check the data{canRun ? ' first' : ''}
        </Button>
      </div>
    </section>
  )
}

function Stale({ asset }: { readonly asset: AssetView<unknown> }) {
  const { made } = asset
  const seq = useApp(
    (state) => state.runs.findLast(({ assets }) => made !== null && assets.includes(made))?.seq,
  )
  return (
    <Notice tone="stale" action={<RunButton size="xs">Run</RunButton>}>
      <b>{seq === undefined ? 'From an earlier run.' : `From run ${seq}.`}</b> Stale:{' '}
      {staleReason(asset.causes)}.
    </Notice>
  )
}

function Running({ label }: { readonly label: string }) {
  const progress = useApp(selectProgress)
  const share = progress?.share ?? 0
  return (
    <div
      className={css['running']}
      role="progressbar"
      aria-label={`Making ${label.toLowerCase()}`}
      aria-valuenow={Math.round(share * 100)}
    >
      <span className={css['track']}>
        <span className={css['fill']} style={{ transform: `scaleX(${share})` }} />
      </span>
      {progress !== null && (
        <span className={css['words']}>
          {label} are being made: {progress.stage}, {formatPercent(share)}
        </span>
      )}
    </div>
  )
}

function Failed({ asset, label }: { readonly asset: AssetView<unknown>; readonly label: string }) {
  const { look } = useActions()
  const failure = asset.failure
  return (
    <div className={css['pad']}>
      <Notice
        tone="fail"
        title={failure?.message ?? `${label} could not be made`}
        where={failure?.path ?? ''}
        action={
          <>
            <RunButton size="xs">Run again</RunButton>
            <Button size="xs" variant="subtle" onClick={() => look({ screen: 'data' })}>
              Check the data
            </Button>
          </>
        }
      >
        {failure?.hint}
        {asset.value !== null && ' The result below is from an earlier run.'}
      </Notice>
    </div>
  )
}

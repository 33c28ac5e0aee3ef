import { type ReactNode, useMemo } from 'react'
import { Button } from '../ui/controls'
import { IconPlayerPlay } from '@tabler/icons-react'
import { type AssetView, useActions, useApp } from '../state/hooks'
import { selectProgress } from '../state/progress'
import { faultBehind } from '../state/run-faults'
import { changesSince } from '../state/run-changes'
import { readySources, selectionFor, selectReadiness } from '../state/selectors'
import { Notice } from '../ui/notice'
import { formatPercent } from '../ui/number-format'
import { Skeleton } from '../ui/skeleton'
import classes from './asset-gate.module.css'
import { changesText, gateState, isOld, staleReason } from './asset-gate.model'
import { RunFaultBlock } from './run-fault'

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
  const shown = value === null ? null : children(value)
  return (
    <>
      {state === 'stale' && <Stale asset={asset} />}
      {state === 'running' && <Running label={label} />}
      {state === 'failed' && <Failed asset={asset} label={label} />}
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

type MissingProps = { readonly label: string; readonly isPlanned: boolean }

/** Not made yet; or these files cannot make it, and then what would. */
function Missing({ label, isPlanned }: MissingProps) {
  const { canRun: canRunSome, readiness } = useRun()
  const { look } = useActions()
  const canRun = canRunSome && (isPlanned || readiness.sentence === '')
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

function Stale({ asset }: { readonly asset: AssetView<unknown> }) {
  const { made } = asset
  const run = useApp(
    ({ runs }) => runs.findLast(({ assets }) => made !== null && assets.includes(made)) ?? null,
  )
  const sources = useApp(readySources)
  const configuration = useApp((state) => state.configuration)
  const changes = useMemo(
    () => (run === null ? null : changesText(changesSince(run, { sources, configuration }))),
    [run, sources, configuration],
  )
  return (
    <Notice tone="stale" action={<RunButton size="xs">Run</RunButton>}>
      <b>{run === null ? 'From an earlier run.' : `From run ${run.seq}.`}</b> Stale:{' '}
      {changes ?? staleReason(asset.causes)}.
    </Notice>
  )
}

function Running({ label }: { readonly label: string }) {
  const progress = useApp(selectProgress)
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

function Failed({ asset, label }: { readonly asset: AssetView<unknown>; readonly label: string }) {
  const fault = useFault(asset)
  const failure = asset.failure
  const older = asset.value !== null && 'The result below is from an earlier run.'
  if (fault !== null)
    return (
      <div className={classes.pad}>
        <RunFaultBlock fault={fault}>{older}</RunFaultBlock>
      </div>
    )
  return (
    <div className={classes.pad}>
      <Notice
        tone="fail"
        title={failure?.message ?? `${label} could not be made`}
        where={failure?.path ?? ''}
        action={<RunButton size="xs">Run again</RunButton>}
      >
        {failure?.hint} {older}
      </Notice>
    </div>
  )
}

/** The cause, which may lie far above this asset; null where the value itself could not be read. */
function useFault({ record }: AssetView<unknown>) {
  const run = useApp(
    ({ runs }) => runs.find(({ assets }) => record !== null && assets.includes(record)) ?? null,
  )
  return useMemo(() => {
    const isMade = record === null || record.status === 'success'
    return isMade || run === null ? null : faultBehind(record, run)
  }, [record, run])
}

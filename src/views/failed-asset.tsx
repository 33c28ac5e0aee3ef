import { useMemo } from 'react'
import { type AssetView, useApp } from '../state/hooks'
import { faultBehind } from '../state/runs/run-faults'
import { Notice } from '../ui/notice'
import classes from './asset-gate.module.css'
import { RunButton } from './run-button'
import { RunFaultBlock } from './run-fault'

export type FailedAssetProps = {
  readonly asset: AssetView<unknown>
  /** What would be seen here, in the plural. */
  readonly label: string
}

/** Why an asset is not here: the cause of the run that tried, else what reading it met. */
export function FailedAsset({ asset, label }: FailedAssetProps) {
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

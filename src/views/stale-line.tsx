import { useMemo } from 'react'
import { selectEffectiveConfiguration } from '../state/config/effective-configuration'
import { type AssetView, useApp } from '../state/hooks'
import { changesSince } from '../state/runs/run-changes'
import { readySources } from '../state/selectors'
import { Notice } from '../ui/notice'
import { staleWords } from './asset-gate.model'
import { RunButton } from './run-button'

export type StaleLineProps = { readonly asset: AssetView<unknown> }

/** Above an old result: which run it is from, and what changed since. */
export function StaleLine({ asset }: StaleLineProps) {
  const { made } = asset
  const run = useApp(
    ({ runs }) => runs.findLast(({ assets }) => made !== null && assets.includes(made)) ?? null,
  )
  const sources = useApp(readySources)
  const configuration = useApp(selectEffectiveConfiguration)
  const changes = useMemo(
    () => (run === null ? null : changesSince(run, { sources, configuration })),
    [run, sources, configuration],
  )
  return (
    <Notice tone="stale" action={<RunButton size="xs">Run</RunButton>}>
      <b>{run === null ? 'From an earlier run.' : `From run ${run.seq}.`}</b> Stale:{' '}
      {staleWords(asset.causes, changes)}.
    </Notice>
  )
}

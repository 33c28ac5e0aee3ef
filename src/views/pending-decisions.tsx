import type { OverrideOutcome } from '../assets/value'
import { useApp } from '../state/hooks'
import { type DecisionPlace, selectOverrideLog } from '../state/overrides/overrides-slice'
import { Notice } from '../ui/notice'
import { pendingNames, pendingPlacings, pendingText } from './decisions/pending.model'
import type { ShownPlace } from './decisions/shown-places'
import { RunButton } from './run-button'

export type PendingPlacingsProps = {
  readonly place: DecisionPlace
  readonly outcomes: readonly OverrideOutcome[]
}

/** Beside stores: decisions about them that wait for a run. */
export function PendingPlacings({ place, outcomes }: PendingPlacingsProps) {
  const lines = useApp(selectOverrideLog)
  return <Pending text={pendingText(pendingPlacings(lines, place, outcomes), 'decision')} />
}

export type PendingNamesProps = {
  readonly place: DecisionPlace
  readonly names: ShownPlace['names']
}

/** Beside clusters: names that wait for a run. */
export function PendingNames({ place, names }: PendingNamesProps) {
  const lines = useApp(selectOverrideLog)
  return <Pending text={pendingText(pendingNames(lines, place, names), 'name')} />
}

function Pending({ text }: { readonly text: string | null }) {
  if (text === null) return null
  return (
    <Notice tone="stale" action={<RunButton size="xs">Run</RunButton>}>
      {text}
    </Notice>
  )
}

import { useRef, useState } from 'react'
import type { OverrideOutcome } from '../assets/value'
import type { PlacedStores } from '../state/overrides/decision-preview'
import type { DecisionPlace } from '../state/overrides/overrides-slice'
import { Button } from '../ui/controls'
import { formatAmount } from '../ui/number-format'
import classes from './decide-stores.module.css'
import type { LockableCluster } from './decisions/cluster-select'
import { DecideForm } from './decisions/decide-form'
import { decisionLabels, type PlacingKind } from './decisions/decision-words'
import { PendingPlacings } from './pending-decisions'

export type { LockableCluster } from './decisions/cluster-select'

export type DecideStoresProps = {
  readonly place: DecisionPlace
  /** Selected stores that have a cluster here. */
  readonly stores: readonly string[]
  /** Every cluster that a store can be locked to. */
  readonly lockable: readonly LockableCluster[]
  /** Where the stores are; null while that is not known. */
  readonly placed: PlacedStores | null
  /** What the shown result made of earlier decisions. */
  readonly outcomes: readonly OverrideOutcome[]
}

const kinds: readonly PlacingKind[] = ['lock', 'must_link', 'cannot_link', 'exclude']

/** What a person can decide about the selected stores of a table; above it. */
export function DecideStores({ place, stores, lockable, placed, outcomes }: DecideStoresProps) {
  const [kind, setKind] = useState<PlacingKind | null>(null)
  const opener = useRef<HTMLButtonElement | null>(null)
  const close = () => {
    setKind(null)
    opener.current?.focus()
  }
  const isOpen = kind !== null && placed !== null && stores.length >= fewest(kind)
  return (
    <div className={classes.decide}>
      <div role="group" aria-label="Decide about the selected stores" className={classes.bar}>
        <span className={classes.count}>
          {stores.length === 0
            ? 'Select stores to decide where they belong.'
            : `${formatAmount(stores.length, 'store')} selected`}
        </span>
        {stores.length === 0 || placed === null
          ? null
          : kinds.map((one) => (
              <Button
                key={one}
                size="xs"
                aria-expanded={isOpen && kind === one}
                disabled={stores.length < fewest(one)}
                title={stores.length < fewest(one) ? 'Select two stores or more' : undefined}
                onClick={({ currentTarget }) => {
                  opener.current = currentTarget
                  setKind(kind === one ? null : one)
                }}
              >
                {decisionLabels[one]}
              </Button>
            ))}
      </div>
      {isOpen ? (
        <DecideForm
          key={kind}
          kind={kind}
          place={place}
          stores={stores}
          clusters={lockable}
          placed={placed}
          onClose={close}
        />
      ) : null}
      <PendingPlacings place={place} outcomes={outcomes} />
    </div>
  )
}

function fewest(kind: PlacingKind): number {
  return kind === 'must_link' || kind === 'cannot_link' ? 2 : 1
}

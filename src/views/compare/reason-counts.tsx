import { useMemo } from 'react'
import { formatCount } from '../../ui/number-format'
import type { MoveRow } from './moves.model'
import { reasonCounts } from './reasons.model'
import classes from './moves-region.module.css'

export type ReasonCountsProps = {
  readonly rows: readonly MoveRow[]
  readonly chosen: string | null
  readonly onChoose: (reason: string | null) => void
}

/** How many stores moved for which reason; one of them narrows the table. */
export function ReasonCounts({ rows, chosen, onChoose }: ReasonCountsProps) {
  const counts = useMemo(() => reasonCounts(rows.flatMap(({ reason }) => reason ?? [])), [rows])
  return (
    <ul className={classes.reasons} aria-label="Reasons">
      {counts.map(({ reason, n }) => (
        <li key={reason}>
          <button
            type="button"
            className={classes.reason}
            aria-pressed={reason === chosen}
            onClick={() => onChoose(reason === chosen ? null : reason)}
          >
            <b>{formatCount(n)}</b> {reason}
          </button>
        </li>
      ))}
    </ul>
  )
}

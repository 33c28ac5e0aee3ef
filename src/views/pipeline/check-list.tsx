import { expectationOf, figuresOf, foundSentence } from '../check-words'
import classes from './asset-details.module.css'
import type { PartitionTile } from './asset-tile.model'
import { CheckMark } from './check-mark'
import { nextStepOf, outcomeOf } from './checks-board.model'

/** The checks of an asset: what each expected and found, how grave it is, and the next step. */
export function CheckList({ partitions }: { readonly partitions: readonly PartitionTile[] }) {
  const checks = partitions.flatMap(({ record }) => record?.checks ?? [])
  if (checks.length === 0) return <p className={classes.why}>No check of it has run yet.</p>
  const inOrder = [
    ...checks.filter(({ passed }) => !passed),
    ...checks.filter(({ passed }) => passed),
  ]
  return (
    <ul className={classes.checks}>
      {inOrder.map((check) => (
        <li key={check.name} className={classes.finding}>
          <CheckMark check={check} />
          <span>
            {expectationOf(check)} <i>{foundSentence(figuresOf(check))}</i>
            <span className={classes.fact}>
              {' '}
              {outcomeOf(check) === 'passed' ? 'Passed' : 'Not passed'}, severity {check.severity}
              {check.blocking && ', blocking'}
            </span>
            {!check.passed && <span className={classes.next}>{nextStepOf(check)}</span>}
          </span>
        </li>
      ))}
    </ul>
  )
}

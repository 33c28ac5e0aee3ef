import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import type { CheckRecord } from '../../runs/contract'
import { expectationOf, figuresOf, foundSentence } from '../check-words'
import classes from './asset-details.module.css'
import type { PartitionTile } from './asset-tile.model'

type Finding = { readonly check: CheckRecord; readonly partition: string | null }

/** The checks of an asset: those that failed by partition, then how many passed. */
export function CheckList({ partitions }: { readonly partitions: readonly PartitionTile[] }) {
  const findings: readonly Finding[] = partitions.flatMap(({ partition, record }) =>
    (record?.checks ?? []).map((check) => ({ check, partition })),
  )
  if (findings.length === 0) return null
  const failed = findings.filter(({ check }) => !check.passed)
  const nPassed = findings.length - failed.length
  return (
    <section>
      <h3>Checks</h3>
      <ul className={classes.partitions}>
        {failed.map(({ check, partition }) => (
          <li key={`${check.name} ${partition ?? ''}`} className={classes.finding}>
            {check.severity === 'error' ? (
              <IconCircleX size={16} className={classes.error} aria-label="failed" />
            ) : (
              <IconAlertTriangle size={16} className={classes.warning} aria-label="warns" />
            )}
            <span>
              {partition === null ? '' : `${partition}: `}
              {expectationOf(check)} <i>{foundSentence(figuresOf(check))}</i>
            </span>
          </li>
        ))}
        {nPassed > 0 ? (
          <li className={classes.finding}>
            <IconCircleCheck size={16} className={classes.passed} aria-hidden />
            <span>{nPassed} passed</span>
          </li>
        ) : null}
      </ul>
    </section>
  )
}

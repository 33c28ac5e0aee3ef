import { Menu } from '../../ui/controls'
import { IconSelector } from '@tabler/icons-react'
import type { RunRecord } from '../../runs/contract'
import { formatWhen } from '../../ui/number-format'
import classes from './bar.module.css'

export type RunPickerProps = {
  readonly runs: readonly RunRecord[]
  readonly shown: RunRecord | null
  /** Files are on the desk: before the first run there is a new one to speak of. */
  readonly isNew: boolean
  /** Milliseconds since 1970: a day is named while it is near. */
  readonly now: number
  readonly onPick: (runId: string) => void
}

export function RunPicker({ runs, shown, isNew, now, onPick }: RunPickerProps) {
  if (shown === null)
    return isNew ? (
      <span className={classes.pick}>
        <b>New run</b>
        <span>not started</span>
      </span>
    ) : null
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button type="button" className={classes.pick}>
          <b>Run {shown.seq}</b>
          <span>{formatWhen(shown.startedAt, now)}</span>
          <IconSelector size={14} stroke={1.5} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu ?? ''}>
        {runs.map((run) => (
          <Menu.Item
            key={run.id}
            rightSection={
              <span className={classes.menuFact}>{formatWhen(run.startedAt, now)}</span>
            }
            onClick={() => onPick(run.id)}
          >
            Run {run.seq}
            {run.status !== 'success' && `, ${statusWords[run.status]}`}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

const statusWords = { failure: 'failed', canceled: 'canceled' } as const

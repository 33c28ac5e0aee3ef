import {
  IconArrowsExchange,
  IconHistory,
  IconPin,
  IconPinnedOff,
  IconSelector,
} from '@tabler/icons-react'
import { useActions, useApp, useServices } from '../../state/hooks'
import type { RunRecord } from '../../runs/contract'
import { Button, Menu } from '../../ui/controls'
import { formatWhen } from '../../ui/number-format'
import { runInWords, runTitle } from '../run-words'
import { useStanding } from '../use-standing'
import classes from './compare-view.module.css'

export type CompareActionsProps = { readonly before: RunRecord; readonly after: RunRecord }

/** Against which run, the other way round, and what the later run stands for. */
export function CompareActions({ before, after }: CompareActionsProps) {
  const marks = useApp((state) => state.marks)
  const setStanding = useStanding()
  const { look } = useActions()
  const isBaseline = marks.get(after.id)?.standing === 'baseline'
  return (
    <>
      <AgainstPicker before={before} after={after} />
      <Button
        variant="default"
        leftSection={<IconArrowsExchange size={16} stroke={1.5} aria-hidden />}
        onClick={() => look({ runId: before.id, comparedRunId: after.id })}
      >
        Swap
      </Button>
      <Button
        variant="default"
        leftSection={
          isBaseline ? (
            <IconPinnedOff size={16} stroke={1.5} aria-hidden />
          ) : (
            <IconPin size={16} stroke={1.5} aria-hidden />
          )
        }
        onClick={() => setStanding(after, isBaseline ? 'candidate' : 'baseline')}
      >
        {isBaseline
          ? `Run ${after.seq} is no longer the baseline`
          : `Make run ${after.seq} the baseline`}
      </Button>
    </>
  )
}

/** The run that the shown one is compared with. */
function AgainstPicker({ before, after }: CompareActionsProps) {
  const runs = useApp((state) => state.runs)
  const marks = useApp((state) => state.marks)
  const { now } = useServices()
  const { look } = useActions()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          rightSection={<IconSelector size={14} stroke={1.5} aria-hidden />}
        >
          Against {runInWords(before, marks.get(before.id))}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu ?? ''}>
        {runs
          .filter(({ id }) => id !== after.id)
          .map((run) => (
            <Menu.Item
              key={run.id}
              rightSection={
                <span className={classes.when}>{formatWhen(run.startedAt, now())}</span>
              }
              onClick={() => look({ comparedRunId: run.id })}
            >
              {runTitle(run, marks.get(run.id))}
            </Menu.Item>
          ))}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconHistory size={14} stroke={1.5} aria-hidden />}
          onClick={() => look({ screen: 'runs' })}
        >
          All runs
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

import { IconHistory, IconSelector } from '@tabler/icons-react'
import { LateMenu, type MenuEntry } from '../../ui/late-menu'
import classes from './bar.module.css'
import type { Choice } from './use-run-choice'

export type RunPickerProps = Choice & {
  readonly onPick: (runId: string) => void
  readonly onAll: () => void
}

export function RunPicker({ runs, shown, fact, isNew, onPick, onAll }: RunPickerProps) {
  if (shown === null)
    return isNew ? (
      <span className={classes.pick}>
        <b>New run</b>
        <span>not started</span>
      </span>
    ) : null
  const entries = runs.map(({ id, number, name, facts, when }): MenuEntry => ({
    key: id,
    label: [number, ...(name === '' ? [] : [name]), ...facts].join(', '),
    aside: when,
    onPick: () => onPick(id),
  }))
  return (
    <LateMenu
      position="bottom-start"
      buttonClass={classes.pick ?? ''}
      button={
        <>
          <b>{shown.number}</b>
          {shown.name !== '' && <span className={classes.name}>{shown.name}</span>}
          <span>{fact}</span>
          <IconSelector size={14} stroke={1.5} aria-hidden />
        </>
      }
      entries={[
        ...entries,
        {
          key: 'all',
          label: 'All runs',
          icon: <IconHistory size={14} stroke={1.5} aria-hidden />,
          isApart: true,
          onPick: onAll,
        },
      ]}
    />
  )
}

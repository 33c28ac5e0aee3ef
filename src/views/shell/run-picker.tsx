import { IconHistory, IconSelector } from '@tabler/icons-react'
import { Menu } from '../../ui/controls'
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
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button type="button" className={classes.pick}>
          <b>{shown.number}</b>
          {shown.name !== '' && <span className={classes.name}>{shown.name}</span>}
          <span>{fact}</span>
          <IconSelector size={14} stroke={1.5} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu ?? ''}>
        {runs.map(({ id, number, name, facts, when }) => (
          <Menu.Item
            key={id}
            rightSection={<span className={classes.menuFact}>{when}</span>}
            onClick={() => onPick(id)}
          >
            {[number, ...(name === '' ? [] : [name]), ...facts].join(', ')}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconHistory size={14} stroke={1.5} aria-hidden />} onClick={onAll}>
          All runs
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

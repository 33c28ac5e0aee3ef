import { IconChevronDown } from '@tabler/icons-react'
import { Button, Checkbox, Popover } from '../../ui/controls'
import { countStates, toggled, type TileState, tileStates } from './board-filter.model'
import classes from './board-toolbar.module.css'
import { useTiles } from './use-tiles'

export type StateFilterProps = {
  readonly chosen: ReadonlySet<TileState>
  readonly onChange: (chosen: ReadonlySet<TileState>) => void
}

/** Which states are left, each with how many assets have it. */
export function StateFilter({ chosen, onChange }: StateFilterProps) {
  return (
    <Popover position="bottom-start">
      <Popover.Target>
        <Button size="xs" rightSection={<IconChevronDown size={14} stroke={1.5} aria-hidden />}>
          Status{chosen.size > 0 && `: ${[...chosen].join(', ')}`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Filter by status">
        <StateChoices chosen={chosen} onChange={onChange} />
      </Popover.Dropdown>
    </Popover>
  )
}

/** Counted only while it is open. */
function StateChoices({ chosen, onChange }: StateFilterProps) {
  const counts = countStates(useTiles())
  return (
    <div className={classes.choices}>
      {tileStates.map((state) => (
        <Checkbox
          key={state}
          label={`${state}, ${counts.get(state) ?? 0}`}
          checked={chosen.has(state)}
          onChange={() => onChange(toggled(chosen, [state]))}
        />
      ))}
    </div>
  )
}

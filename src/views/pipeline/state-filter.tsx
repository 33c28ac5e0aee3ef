import { IconChevronDown } from '@tabler/icons-react'
import { Button, Checkbox, Popover } from '../../ui/controls'
import type { AssetTile } from './asset-tile.model'
import { countStates, toggled, type TileState, tileStates } from './board-filter.model'
import classes from './board-toolbar.module.css'

export type StateFilterProps = {
  readonly tiles: readonly AssetTile[]
  readonly chosen: ReadonlySet<TileState>
  readonly onChange: (chosen: ReadonlySet<TileState>) => void
}

/** Which states are left, each with how many assets have it. */
export function StateFilter({ tiles, chosen, onChange }: StateFilterProps) {
  const counts = countStates(tiles)
  return (
    <Popover position="bottom-start">
      <Popover.Target>
        <Button size="xs" rightSection={<IconChevronDown size={14} stroke={1.5} aria-hidden />}>
          Status{chosen.size > 0 && `: ${[...chosen].join(', ')}`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Filter by status">
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
      </Popover.Dropdown>
    </Popover>
  )
}

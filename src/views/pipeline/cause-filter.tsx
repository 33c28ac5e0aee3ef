import { IconChevronDown } from '@tabler/icons-react'
import type { NamedCause } from '../../state/plan/stale-causes'
import { Button, Checkbox, Popover } from '../../ui/controls'
import { changeWords } from '../cause-words'
import { toggled } from './board-filter.model'
import classes from './board-toolbar.module.css'

export type CauseFilterProps = {
  readonly causes: readonly NamedCause[]
  readonly chosen: ReadonlySet<string>
  readonly onChange: (chosen: ReadonlySet<string>) => void
}

const kinds = [
  { kind: 'params', label: 'A setting' },
  { kind: 'data', label: 'A file' },
  { kind: 'code', label: 'The method' },
  { kind: 'baseline', label: 'The baseline' },
  { kind: 'overrides', label: 'Decisions of people' },
] as const

/** What made assets stale: by kind, down to the one change and the asset that reads it. */
export function CauseFilter({ causes, chosen, onChange }: CauseFilterProps) {
  return (
    <Popover position="bottom-start">
      <Popover.Target>
        <Button size="xs" rightSection={<IconChevronDown size={14} stroke={1.5} aria-hidden />}>
          Cause{chosen.size > 0 && `: ${chosen.size} of ${causes.length}`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Filter by cause">
        {kinds.map(({ kind, label }) => (
          <KindChoices
            key={kind}
            label={label}
            causes={causes.filter(({ cause }) => cause.kind === kind)}
            chosen={chosen}
            onChange={onChange}
          />
        ))}
      </Popover.Dropdown>
    </Popover>
  )
}

function KindChoices({ label, causes, chosen, onChange }: CauseFilterProps & { label: string }) {
  const ids = causes.map(({ id }) => id)
  const nChosen = ids.filter((id) => chosen.has(id)).length
  if (ids.length === 0) return null
  return (
    <div className={classes.choices}>
      <Checkbox
        label={label}
        checked={nChosen === ids.length}
        indeterminate={nChosen > 0 && nChosen < ids.length}
        onChange={() => onChange(toggled(chosen, ids))}
      />
      <div className={classes.named}>
        {causes.map(({ id, cause, root, stale }) => (
          <Checkbox
            key={id}
            label={`${changeWords(cause).subject} in ${root.key}, ${stale.size} stale`}
            checked={chosen.has(id)}
            onChange={() => onChange(toggled(chosen, [id]))}
          />
        ))}
      </div>
    </div>
  )
}

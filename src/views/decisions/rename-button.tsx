import { type KeyboardEvent, type MouseEvent, useState } from 'react'
import { IconPencil } from '@tabler/icons-react'
import type { DecisionPlace } from '../../state/overrides/overrides-slice'
import { ActionIcon, Popover } from '../../ui/controls'
import { idText } from './decision-words'
import type { NameEntry } from './pending.model'
import classes from './rename-button.module.css'
import { RenameForm } from './rename-form'

export type RenameButtonProps = {
  readonly place: DecisionPlace
  readonly cluster: { readonly key: string; readonly name: string }
  /** Names that people gave it, the newest first; none where the name is automatic. */
  readonly given: readonly NameEntry[]
}

/** The pencil, and the small form behind it. What is pressed in it does not press the row around it. */
export function RenameButton({ place, cluster, given }: RenameButtonProps) {
  const [isOpen, setOpen] = useState(false)
  const keep = (event: MouseEvent) => event.stopPropagation()
  const press = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.key === 'Escape') setOpen(false)
  }
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-start"
      width={272}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <ActionIcon
          className={classes.pencil ?? ''}
          data-open={isOpen || undefined}
          size={24}
          aria-label={`Rename ${cluster.name}`}
          title="Rename"
          onClick={(event) => {
            keep(event)
            setOpen(!isOpen)
          }}
          onKeyDown={press}
        >
          <IconPencil size={14} stroke={1.5} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown
        aria-label={`Rename cluster ${idText(cluster.key)}`}
        onClick={keep}
        onKeyDown={press}
      >
        <RenameForm place={place} cluster={cluster} given={given} onClose={() => setOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  )
}

import { Button, Menu } from '../../ui/controls'
import { IconCheck, IconChevronDown } from '@tabler/icons-react'
import type { Role } from '../../assets/source'
import { Chip } from '../../ui/chip'
import { type FileCell, roleLabels, roles } from './files.model'
import classes from './file-strip.module.css'

export type FileStripProps = {
  readonly cells: readonly FileCell[]
  readonly chosenId: string | null
  readonly onChoose: (id: string) => void
  readonly onRole: (id: string, role: Role) => void
  readonly onRemove: (id: string) => void
  readonly onReplace: (id: string) => void
  readonly onStop: (id: string) => void
}

/** One cell a file: role, name, how it was read, why. The chosen one has the ink line on top. */
export function FileStrip(props: FileStripProps) {
  const { cells, chosenId, onChoose, onRole, onRemove, onReplace, onStop } = props
  return (
    <ul className={classes.strip} aria-label="Files">
      {cells.map((cell) => (
        <li
          key={cell.id}
          ref={cell.id === chosenId ? showInStrip : undefined}
          className={classes.cell}
          data-chosen={cell.id === chosenId || undefined}
        >
          <div className={classes.head}>
            <RoleMenu
              cell={cell}
              onRole={(role) => onRole(cell.id, role)}
              onRemove={() => onRemove(cell.id)}
              onReplace={() => onReplace(cell.id)}
            />
            <CellSign cell={cell} />
          </div>
          <button
            type="button"
            className={classes.name}
            aria-pressed={cell.id === chosenId}
            title={cell.name}
            onClick={() => onChoose(cell.id)}
          >
            {cell.name}
          </button>
          <p className={classes.facts} title={cell.facts}>
            {cell.facts}
          </p>
          {cell.isReading ? (
            <Button className={classes.stop ?? ''} size="xs" onClick={() => onStop(cell.id)}>
              Stop reading
            </Button>
          ) : (
            <p className={classes.reason} title={cell.reason}>
              {cell.reason}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Called once for each file that becomes the chosen one: the strip may be wider than the page. */
function showInStrip(cell: HTMLLIElement | null) {
  cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

function CellSign({ cell }: { readonly cell: FileCell }) {
  if (cell.chip !== null) return <Chip tone={cell.chip.tone}>{cell.chip.text}</Chip>
  if (cell.role === null) return null
  return <IconCheck size={16} stroke={1.5} color="var(--ink-3)" aria-hidden />
}

type RoleMenuProps = {
  readonly cell: FileCell
  readonly onRole: (role: Role) => void
  readonly onRemove: () => void
  readonly onReplace: () => void
}

function RoleMenu({ cell, onRole, onRemove, onReplace }: RoleMenuProps) {
  const { role } = cell
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button type="button" className={classes.role} title={`What ${cell.name} is`}>
          {role === null ? 'File' : roleLabels[role]}
          <IconChevronDown size={14} stroke={1.5} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {role !== null &&
          roles.map((each) => (
            <Menu.Item
              key={each}
              onClick={() => onRole(each)}
              rightSection={each === role && <IconCheck size={14} stroke={1.5} aria-label="now" />}
            >
              {roleLabels[each]}
            </Menu.Item>
          ))}
        <Menu.Item onClick={onReplace}>Replace with another file</Menu.Item>
        <Menu.Item onClick={onRemove}>Remove from the desk</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

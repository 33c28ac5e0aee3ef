import { Checkbox } from '../../ui/controls'
import { IconCalendar, IconKey, IconMapPin, IconTag } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { CatalogueRow } from '../../state/sources/catalogue'
import type { CatalogueLine } from './catalogue.model'
import classes from './catalogue-table.module.css'

const keyMark = <IconKey size={16} stroke={1.5} aria-hidden />
const tagMark = <IconTag size={16} stroke={1.5} aria-hidden />

const marks: ReadonlyMap<CatalogueRow['use'], ReactNode> = new Map<CatalogueRow['use'], ReactNode>([
  ['store', keyMark],
  ['product', keyMark],
  ['id_like', keyMark],
  ['label', tagMark],
  ['category', tagMark],
  ['group', tagMark],
  ['geo', <IconMapPin key="geo" size={16} stroke={1.5} aria-hidden />],
  ['date', <IconCalendar key="date" size={16} stroke={1.5} aria-hidden />],
])

export type UseMarkProps = {
  readonly line: CatalogueLine
  readonly onToggle: (row: CatalogueRow) => void
}

/** A tick where the column may become a feature; else the sign of what it is. */
export function UseMark({ line, onToggle }: UseMarkProps) {
  const { row, name } = line
  if (row.canChange && (row.isFeature || row.use === 'left_out' || row.use === 'constant'))
    return (
      <Checkbox
        checked={row.isFeature}
        onChange={() => onToggle(row)}
        aria-label={`Use ${name} as a feature`}
      />
    )
  const icon = marks.get(row.use)
  if (icon === undefined) return null
  if (!row.canChange) return <span className={classes.mark}>{icon}</span>
  return (
    <button
      type="button"
      className={classes.mark}
      aria-label={`Use ${name} as a feature`}
      title="Use it as a feature"
      onClick={() => onToggle(row)}
    >
      {icon}
    </button>
  )
}

import { Menu } from '../../ui/controls'
import { IconSelector } from '@tabler/icons-react'
import classes from './bar.module.css'

export type CategoryPickerProps = {
  readonly categories: readonly string[]
  readonly category: string | null
  readonly onPick: (category: string) => void
}

export function CategoryPicker({ categories, category, onPick }: CategoryPickerProps) {
  if (category === null) return null
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button type="button" className={classes.pick}>
          <b>{category}</b>
          <span>
            {categories.indexOf(category) + 1} of {categories.length}
          </span>
          <IconSelector size={14} stroke={1.5} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu ?? ''}>
        {categories.map((each) => (
          <Menu.Item key={each} onClick={() => onPick(each)}>
            {each}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

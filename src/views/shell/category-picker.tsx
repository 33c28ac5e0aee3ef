import { IconSelector } from '@tabler/icons-react'
import { LateMenu } from '../../ui/late-menu'
import classes from './bar.module.css'

export type CategoryPickerProps = {
  readonly categories: readonly string[]
  readonly category: string | null
  readonly onPick: (category: string) => void
}

export function CategoryPicker({ categories, category, onPick }: CategoryPickerProps) {
  if (category === null) return null
  return (
    <LateMenu
      position="bottom-start"
      buttonClass={classes.pick ?? ''}
      button={
        <>
          <b>{category}</b>
          <span>
            {categories.indexOf(category) + 1} of {categories.length}
          </span>
          <IconSelector size={14} stroke={1.5} aria-hidden />
        </>
      }
      entries={categories.map((each) => ({ key: each, label: each, onPick: () => onPick(each) }))}
    />
  )
}

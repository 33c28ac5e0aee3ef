import { IconChevronDown } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useApp } from '../../state/hooks'
import { selectWholePlan } from '../../state/plan/plan-selectors'
import { planOfSelection, type SelectionPlan } from '../../state/plan/selections'
import { Button, Menu } from '../../ui/controls'
import { planFigure } from '../plan-words'
import classes from './materialize-menu.module.css'

export type Choice = { readonly label: string; readonly selection: string }

export type MaterializeMenuProps = {
  readonly label: string
  readonly size?: 'xs' | 'sm'
  readonly groups: readonly { readonly title: string; readonly choices: readonly Choice[] }[]
  readonly isBusy: boolean
  readonly onRun: (selection: string) => void
  /** Shows what a selection would make, without making it. */
  readonly onShowPlan: () => void
}

/** Things to materialize, each with what the plan says of it; the plan can be seen first. */
export function MaterializeMenu(menu: MaterializeMenuProps) {
  const { label, size = 'xs', ...props } = menu
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size={size} rightSection={<IconChevronDown size={14} stroke={1.5} aria-hidden />}>
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu ?? ''}>
        <Choices {...props} />
      </Menu.Dropdown>
    </Menu>
  )
}

/** Planned only while the menu is open. */
function Choices(props: Omit<MaterializeMenuProps, 'label' | 'size'>) {
  const { groups, isBusy, onRun, onShowPlan } = props
  const plan = useApp(selectWholePlan)
  const planned = useMemo(
    () =>
      groups.map(({ title, choices }) => ({
        title,
        choices: choices.map((choice) => ({
          ...choice,
          plan: planOfSelection(plan, choice.selection),
        })),
      })),
    [groups, plan],
  )
  const canRun = (made: SelectionPlan) => !isBusy && made.ok && made.toMake.length > 0
  const first = planned.flatMap(({ choices }) => choices).find((choice) => canRun(choice.plan))
  return (
    <>
      {planned.map(({ title, choices }) => (
        <div key={title} role="group" aria-label={title}>
          <Menu.Label>{title}</Menu.Label>
          {choices.map((choice) => (
            <Menu.Item
              key={choice.selection}
              // Where the menu opens: what cannot be pressed takes no focus, and the keys with it.
              data-autofocus={choice === first || undefined}
              disabled={!canRun(choice.plan)}
              rightSection={<span className={classes.count}>{planFigure(choice.plan)}</span>}
              onClick={() => onRun(choice.selection)}
            >
              {choice.label}
            </Menu.Item>
          ))}
        </div>
      ))}
      <Menu.Divider />
      <Menu.Item data-autofocus={first === undefined || undefined} onClick={onShowPlan}>
        Show the plan
      </Menu.Item>
    </>
  )
}

import { Menu } from '@mantine/core'
import { Fragment } from 'react'
import type { LateMenuProps } from './late-menu'
import classes from './late-menu.module.css'

/** The menu itself, with its button. */
export function MenuOfEntries({ button, buttonClass, position, entries }: LateMenuProps) {
  return (
    <Menu position={position}>
      <Menu.Target>
        <button type="button" className={buttonClass}>
          {button}
        </button>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu ?? ''}>
        {entries.map(({ key, label, aside, icon, isApart, ...action }) => {
          const parts = {
            leftSection: icon,
            rightSection: aside && <span className={classes.aside}>{aside}</span>,
          }
          return (
            <Fragment key={key}>
              {isApart ? <Menu.Divider /> : null}
              {'href' in action ? (
                <Menu.Item component="a" href={action.href} {...parts}>
                  {label}
                </Menu.Item>
              ) : (
                <Menu.Item onClick={action.onPick} {...parts}>
                  {label}
                </Menu.Item>
              )}
            </Fragment>
          )
        })}
      </Menu.Dropdown>
    </Menu>
  )
}

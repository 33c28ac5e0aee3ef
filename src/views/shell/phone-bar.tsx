import { IconDots } from '@tabler/icons-react'
import { useApp } from '../../state/hooks'
import { encodeView } from '../../state/url'
import { LateMenu } from '../../ui/late-menu'
import classes from './phone-bar.module.css'
import { screenEntries } from './screens'

/** The bottom bar of a phone: the screens for looking, the rest under More. */
export function PhoneBar() {
  const view = useApp((state) => state.view)
  const shown = screenEntries.filter(({ onPhone }) => onPhone)
  const more = screenEntries.filter(({ onPhone }) => !onPhone)
  return (
    <nav className={classes.bar} aria-label="Main">
      {shown.map(({ screen, label, icon: LinkIcon }) => (
        <a
          key={screen}
          className={classes.link}
          href={encodeView({ ...view, screen })}
          aria-current={screen === view.screen ? 'page' : undefined}
        >
          <LinkIcon size={20} stroke={1.5} aria-hidden />
          {label}
        </a>
      ))}
      {more.length > 0 && (
        <LateMenu
          position="top-end"
          buttonClass={classes.link ?? ''}
          button={
            <>
              <IconDots size={20} stroke={1.5} aria-hidden />
              More
            </>
          }
          entries={more.map(({ screen, label }) => ({
            key: screen,
            label,
            href: encodeView({ ...view, screen }),
          }))}
        />
      )}
    </nav>
  )
}

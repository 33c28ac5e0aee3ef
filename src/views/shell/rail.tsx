import { IconLock } from '@tabler/icons-react'
import { useApp } from '../../state/hooks'
import { encodeView } from '../../state/url'
import { formatBytes } from '../../ui/number-format'
import { BrandMark } from './brand'
import { RailLink } from './rail-link'
import classes from './rail.module.css'
import { screenEntries } from './screens'
import { dotOf, factOf } from './shell.model'
import { useShellFacts } from './use-shell-facts'

const railEntries = screenEntries.filter(({ inRail = true }) => inRail)

export function Rail() {
  const facts = useShellFacts()
  const view = useApp((state) => state.view)
  const usedBytes = useApp((state) => state.usedBytes)
  return (
    <nav className={classes.rail} aria-label="Main">
      <div className={classes.brand}>
        <BrandMark />
        <span>Store Clustering</span>
      </div>
      <ul className={classes.links}>
        {railEntries.map((entry) => (
          <li key={entry.screen}>
            <RailLink
              label={entry.label}
              icon={entry.icon}
              href={encodeView({ ...view, screen: entry.screen })}
              isCurrent={entry.screen === view.screen}
              dot={entry.onPath ? dotOf(entry.screen, facts) : null}
              share={facts.progress?.share ?? 0}
              fact={factOf(entry.screen, facts)}
            />
          </li>
        ))}
      </ul>
      <div className={classes.private}>
        <IconLock size={16} stroke={1.5} aria-hidden />
        <b>Nothing is uploaded</b>
        {usedBytes !== null && usedBytes > 0 && (
          <span>{formatBytes(usedBytes)} kept here only</span>
        )}
      </div>
    </nav>
  )
}

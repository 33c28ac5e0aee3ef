import { Suspense, useEffect, useMemo } from 'react'
import { ErrorBoundary } from 'react-error-boundary'
import { useApp, useUrlHash } from '../../state/hooks'
import { Skeleton } from '../../ui/skeleton'
import { useTakeFiles } from '../use-take-files'
import { Bar } from './bar'
import { DropVeil } from './drop-veil'
import { PhoneBar } from './phone-bar'
import { Rail } from './rail'
import { ScreenFailed } from './screen-failed'
import { screenEntries } from './screens'
import classes from './shell.module.css'

/** The window: rail, bar and the screen of the URL. A screen that crashes leaves the rest usable. */
export function Shell() {
  useUrlHash()
  const screen = useApp((state) => state.view.screen)
  const takeFiles = useTakeFiles()
  const entry = screenEntries.find((each) => each.screen === screen) ?? screenEntries[0]
  useEffect(() => {
    document.title = entry === undefined ? 'Store Clustering' : `${entry.label} · Store Clustering`
  }, [entry])
  const main = useMemo(
    () =>
      entry === undefined ? null : (
        <ErrorBoundary key={entry.screen} FallbackComponent={ScreenFailed}>
          <Suspense
            fallback={
              <div className={classes.loading}>
                <Skeleton label={`Loading ${entry.label}`} />
              </div>
            }
          >
            <entry.View />
          </Suspense>
        </ErrorBoundary>
      ),
    [entry],
  )
  return (
    <div className={classes.app}>
      <Rail />
      <Bar />
      <main className={classes.main} id="main" tabIndex={-1}>
        {main}
      </main>
      <PhoneBar />
      <DropVeil onDrop={(files, folders) => void takeFiles(files, folders)} />
    </div>
  )
}

import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useActions, useApp, useServices } from '../../state/hooks'
import { selectCategory, selectReadiness, selectWholeRun } from '../../state/selectors'
import { Skeleton } from '../../ui/skeleton'
import classes from './data-view.module.css'
import { FirstMinute } from './first-minute'
import { recentRuns } from './recent-runs.model'

// The tables of the desk are not needed on the first page.
const DataDesk = lazy(() => import('./data-desk').then((module) => ({ default: module.DataDesk })))

/** What have I got? Before any file the first page, then the files, their columns and their checks. */
export function DataView() {
  const entries = useApp((state) => state.entries)
  const runs = useApp((state) => state.runs)
  const marks = useApp((state) => state.marks)
  const readiness = useApp(selectReadiness)
  const run = useApp(selectWholeRun)
  const category = useApp(selectCategory)
  const { addFiles, addSample, startRun, look } = useActions()
  const { now } = useServices()
  const [isMaking, setIsMaking] = useState(false)
  const isHere = useIsHere()
  const add = (files: readonly File[]) =>
    void addFiles(files.map((file) => ({ name: file.name, blob: file })))
  const trySample = async () => {
    setIsMaking(true)
    const isThere = await addSample()
    setIsMaking(false)
    const isDone = isThere && (await startRun('full_pipeline_job'))
    // The pictures are what the sample is for, unless something else is looked at by then.
    if (isDone && isHere.current) look({ screen: 'clusters' })
  }
  if (entries.length === 0)
    return (
      <FirstMinute
        runs={recentRuns(runs, marks, now())}
        isMaking={isMaking}
        onFiles={add}
        onSample={() => void trySample()}
        onRun={(runId) => look({ runId, screen: 'clusters' })}
        onAllRuns={() => look({ screen: 'runs' })}
      />
    )
  return (
    <Suspense fallback={<Loading />}>
      <DataDesk
        entries={entries}
        readiness={readiness}
        run={run}
        category={category}
        onFiles={add}
      />
    </Suspense>
  )
}

/** Whether this screen is still the one that is looked at. */
function useIsHere() {
  const isHere = useRef(false)
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])
  return isHere
}

function Loading() {
  return (
    <div className={classes.loading}>
      <Skeleton label="Loading the files" />
    </div>
  )
}

import { Button } from '../../ui/controls'
import { IconLock } from '@tabler/icons-react'
import { BundleReport } from '../bundle-report'
import { OpenBundle } from '../open-bundle'
import { OtherRuns } from '../other-runs'
import { RunFaults } from '../run-faults'
import { DropZone } from './drop-zone'
import classes from './first-minute.module.css'
import type { RecentRun } from './recent-runs.model'
import { SamplePicture } from './sample-picture'
import { samplePoints } from './sample-points'

export type FirstMinuteProps = {
  readonly runs: readonly RecentRun[]
  readonly isMaking: boolean
  readonly onFiles: (files: readonly File[]) => void
  readonly onSample: () => void
  readonly onRun: (id: string) => void
  readonly onAllRuns: () => void
}

export function FirstMinute({
  runs,
  isMaking,
  onFiles,
  onSample,
  onRun,
  onAllRuns,
}: FirstMinuteProps) {
  return (
    <div className={classes.page}>
      <OtherRuns />
      <RunFaults />
      <BundleReport />
      <div className={classes.columns}>
        <div>
          <h1 className={classes.title}>
            Group your stores by what sells in them and what surrounds them.
          </h1>
          <p className={classes.lead}>
            Drop the extracts you already have. You get clusters for every category, a merged
            cluster for every store, and the CSV your planogram system reads.
          </p>
          <DropZone onFiles={onFiles} />
        </div>
        <section className={classes.sample} aria-label="Sample stores">
          <SamplePicture />
          <div className={classes.try}>
            <Button size="lg" loading={isMaking} onClick={onSample}>
              Try the sample stores
            </Button>
            <p>
              {samplePoints.points.length} made-up stores.
              <br />
              Done in a few seconds.
            </p>
          </div>
        </section>
      </div>
      <div className={classes.columns} data-low>
        <section aria-label="Recent runs">
          {runs.length > 0 && <RecentRuns runs={runs} onRun={onRun} onAllRuns={onAllRuns} />}
        </section>
        <section className={classes.private}>
          <IconLock size={16} stroke={1.5} aria-hidden />
          <div>
            <h2>Your data stays in this browser. Nothing is uploaded.</h2>
            <p>Files are read and clustered on this machine.</p>
            <div className={classes.bundle}>
              <OpenBundle />
            </div>
          </div>
        </section>
      </div>
    </div>
  )
}

type RecentRunsProps = Pick<FirstMinuteProps, 'runs' | 'onRun' | 'onAllRuns'>

function RecentRuns({ runs, onRun, onAllRuns }: RecentRunsProps) {
  return (
    <>
      <div className={classes.heading}>
        <h2>Recent runs</h2>
        <Button size="xs" variant="subtle" onClick={onAllRuns}>
          All runs
        </Button>
      </div>
      <ul className={classes.runs}>
        {runs.map((run) => (
          <li key={run.id}>
            <button type="button" className={classes.run} onClick={() => onRun(run.id)}>
              <b>{run.name}</b>
              <span>{run.scope}</span>
              <span className={classes.outcome}>{run.outcome}</span>
              <span className={classes.when}>{run.when}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

import { lazy, Suspense } from 'react'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { AppState } from '../state/app-state'
import { useActions, useApp, useAppLater } from '../state/hooks'
import type { BundleOpening } from '../state/bundle/bundle-slice'
import { selectProgress } from '../state/runs/progress'
import { Button } from '../ui/controls'
import { FileButton } from '../ui/file-button'
import { formatBytes } from '../ui/number-format'
import { Skeleton } from '../ui/skeleton'
import { StatusGlyph } from '../ui/status-glyph'
import { showUndo } from '../ui/undo'
import classes from './bundle-report.module.css'
import { type BundleSentence, bundleSentence } from './bundle-words'

// Only a bundle that differs needs the table.
const BundleDifferences = lazy(() =>
  import('./bundle-differences').then((module) => ({ default: module.BundleDifferences })),
)

export type BundleReportProps = {
  /** The screen has no `Add files` of its own. */
  readonly hasFileButton?: boolean
}

/** A bundle while it is opened, and what came of it; nothing where none was. */
export function BundleReport({ hasFileButton = false }: BundleReportProps) {
  const opening = useApp((state) => state.opening)
  const run = useAppLater(selectProgress)
  const missingBaseline = useApp(selectMissingBaseline)
  if (opening === null) return <div role="status" />
  const { name, progress } = opening
  const sentence = bundleSentence(name, progress, missingBaseline)
  const isRunning = progress.step === 'running' && run !== null && run.nTotal > 0
  return (
    <section className={classes.report} aria-label="Run bundle" data-tone={sentence.tone}>
      <div className={classes.line} role="status">
        <Glyph tone={sentence.tone} />
        <div className={classes.words}>
          <p className={classes.title}>{sentence.title}</p>
          {sentence.detail !== '' && <p>{sentence.detail}</p>}
          {isRunning && <p aria-hidden>{`${run.stage}: ${run.nDone} of ${run.nTotal} assets`}</p>}
        </div>
      </div>
      {progress.step === 'waiting' && <NeededFiles needed={progress.needed} />}
      {progress.step === 'different' && (
        <Suspense fallback={<Skeleton label="Loading the differences" />}>
          <div className={classes.table}>
            <BundleDifferences differences={progress.differences} />
          </div>
        </Suspense>
      )}
      <Actions opening={opening} hasFileButton={hasFileButton} />
    </section>
  )
}

/** Of the run that was opened: the run whose ids it carried on, where no kept run is that one. */
function selectMissingBaseline({ opening, runs }: AppState): number | null {
  if (opening?.progress.step !== 'identical') return null
  const { kept } = opening.progress
  const baseline = runs.find(({ id }) => id === kept?.id)?.baseline ?? null
  return baseline === null || runs.some(({ id }) => id === baseline.runId) ? null : baseline.seq
}

function Glyph({ tone }: { readonly tone: BundleSentence['tone'] }) {
  if (tone === 'busy') return <StatusGlyph status="missing" running />
  if (tone === 'good') return <StatusGlyph status="fresh" />
  if (tone === 'fail') return <StatusGlyph status="failed" />
  return <IconAlertTriangle size={16} stroke={1.5} color="var(--warn)" aria-hidden />
}

type Waiting = Extract<BundleOpening['progress'], { readonly step: 'waiting' }>

function NeededFiles({ needed }: Pick<Waiting, 'needed'>) {
  return (
    <ul className={classes.files} aria-label="Files of the run">
      {needed.map(({ name, size, digest }) => (
        <li key={`${name} ${digest}`}>
          <b>{name}</b>
          <span>{formatBytes(size)}</span>
          <code>SHA-256 {digest.slice(0, 12)}</code>
        </li>
      ))}
    </ul>
  )
}

type ActionsProps = { readonly opening: BundleOpening; readonly hasFileButton: boolean }

function Actions({ opening: { name, progress, hasReplaced }, hasFileButton }: ActionsProps) {
  const { addFiles, goOnWithoutFiles, undoBundle, closeBundle, look } = useActions()
  const { step } = progress
  if (step === 'reading' || step === 'running' || step === 'comparing') return null
  const kept = step === 'identical' || step === 'different' ? progress.kept : null
  const undo = () => {
    undoBundle()
    look({ runId: null })
  }
  const close = () => {
    closeBundle()
    if (hasReplaced) showUndo(`Files and settings of ${name} are on the desk`, undo)
  }
  const add = (files: readonly File[]) =>
    void addFiles(files.map((file) => ({ name: file.name, blob: file })))
  return (
    <div className={classes.actions}>
      {step === 'waiting' && hasFileButton && (
        <FileButton accept="" onFiles={add}>
          Add files
        </FileButton>
      )}
      {step === 'waiting' && (
        <Button variant="default" onClick={() => void goOnWithoutFiles()}>
          Go on without them
        </Button>
      )}
      {kept !== null && (
        <Button variant="default" onClick={() => look({ runId: kept.id, screen: 'clusters' })}>
          See the clusters
        </Button>
      )}
      {hasReplaced && (
        <Button variant="default" onClick={undo}>
          Put my files and settings back
        </Button>
      )}
      <Button variant="subtle" onClick={close}>
        Close
      </Button>
    </div>
  )
}

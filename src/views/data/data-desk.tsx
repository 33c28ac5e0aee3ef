import { useMemo, useState } from 'react'
import { IconFilePlus } from '@tabler/icons-react'
import type { RunRecord } from '../../runs/contract'
import { useActions, useApp } from '../../state/hooks'
import type { Readiness } from '../../state/selectors'
import { selectCatalogues } from '../../state/sources/catalogue'
import { selectIsDone } from '../../state/plan/plan-selectors'
import { openNeeds } from '../../state/sources/open-needs'
import { selectUndecidedRows } from '../../state/sources/repeated-stores'
import type { SourceEntry } from '../../state/sources/sources-slice'
import { Answer } from '../../ui/answer'
import { Button } from '../../ui/controls'
import { FileButton } from '../../ui/file-button'
import { showUndo } from '../../ui/undo'
import { BundleReport } from '../bundle-report'
import { OtherRuns } from '../other-runs'
import { RunFaults } from '../run-faults'
import { WatchOffer } from '../watch-offer'
import { acceptedFiles } from './accepted-files'
import { dataAnswer } from './answer.model'
import classes from './data-desk.module.css'
import { DataSide } from './data-side'
import { FileFailed } from './file-failed'
import { FileStrip } from './file-strip'
import { fileCell } from './files.model'
import { unmatchedProducts } from './join.model'
import { SourceColumns } from './source-columns'
import { WatchRegion } from './watch-region'

export type DataDeskProps = {
  readonly entries: readonly SourceEntry[]
  readonly readiness: Readiness
  readonly run: RunRecord | null
  readonly category: string | null
  readonly onFiles: (files: readonly File[]) => void
}

/** Files on the desk: the answer, the strip, the columns of the chosen file, join and checks. */
export function DataDesk({ entries, readiness, run, category, onFiles }: DataDeskProps) {
  const [chosenId, setChosenId] = useState<string | null>(null)
  const catalogues = useApp(selectCatalogues)
  const undecided = useApp(selectUndecidedRows)
  const { setRole, removeSource, putBackSource, look } = useActions()
  const chosen = entries.find(({ id }) => id === chosenId) ?? firstToLookAt(entries, undecided)
  const isClustered = useApp(selectIsDone)
  const answer = useMemo(
    () => dataAnswer(entries, { readiness, isClustered }),
    [entries, readiness, isClustered],
  )
  const nUnmatched = useMemo(() => unmatchedProducts(sourcesOf(entries)) ?? 0, [entries])
  const cells = entries.map((entry) => {
    const rows = catalogues.get(entry.id) ?? []
    const nToDecide = rows.filter(({ isSensitive, isFeature }) => isSensitive && isFeature).length
    const nRepeated = undecided.get(entry.id) ?? 0
    return fileCell(entry, { nToDecide, nUnmatched, nRepeated })
  })
  const remove = (entry: SourceEntry) => {
    removeSource(entry.id)
    showUndo(`${entry.name} removed from the desk`, () => putBackSource(entry))
  }
  return (
    <>
      <Answer
        title={answer.title}
        detail={answer.detail}
        actions={
          <>
            {isClustered ? (
              <Button variant="default" onClick={() => look({ screen: 'clusters' })}>
                See the clusters
              </Button>
            ) : null}
            <FileButton
              accept={acceptedFiles}
              onFiles={onFiles}
              icon={<IconFilePlus size={16} stroke={1.5} aria-hidden />}
            >
              Add files
            </FileButton>
          </>
        }
      />
      <BundleReport />
      <RunFaults />
      <OtherRuns />
      <WatchOffer />
      <FileStrip
        cells={cells}
        chosenId={chosen?.id ?? null}
        onChoose={setChosenId}
        onRole={setRole}
        onRemove={(id) => {
          const entry = entries.find((each) => each.id === id)
          if (entry !== undefined) remove(entry)
        }}
      />
      <div className={classes.columns}>
        {chosen?.status === 'ready' && (
          <SourceColumns
            key={chosen.id}
            source={chosen.source}
            rows={catalogues.get(chosen.id) ?? []}
          />
        )}
        {chosen?.status === 'failed' && <FileFailed entry={chosen} />}
        {chosen?.status === 'reading' && <div className={classes.reading} />}
        <DataSide run={run} category={category} />
      </div>
      <WatchRegion />
    </>
  )
}

function sourcesOf(entries: readonly SourceEntry[]) {
  return entries.flatMap((entry) => (entry.status === 'ready' ? [entry.source] : []))
}

/** The first file with something wrong, else the first whose columns become features. */
function firstToLookAt(
  entries: readonly SourceEntry[],
  undecided: ReadonlyMap<string, number>,
): SourceEntry | undefined {
  return (
    entries.find(({ status }) => status === 'failed') ??
    entries.find((entry) => entry.status === 'ready' && openNeeds(entry.source).length > 0) ??
    entries.find(({ id }) => (undecided.get(id) ?? 0) > 0) ??
    entries.find((entry) => entry.status === 'ready' && entry.source.role === 'external') ??
    entries[0]
  )
}

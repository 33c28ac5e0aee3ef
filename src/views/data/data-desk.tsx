import { memo, useDeferredValue, useMemo, useState } from 'react'
import { IconFilePlus } from '@tabler/icons-react'
import type { RunRecord } from '../../runs/contract'
import { useActions, useApp } from '../../state/hooks'
import type { Readiness } from '../../state/selectors'
import { type CatalogueRow, selectCatalogues } from '../../state/sources/catalogue'
import { selectIsDone } from '../../state/plan/plan-selectors'
import { openNeeds } from '../../state/sources/open-needs'
import { selectIdJoins } from '../../state/sources/id-joins'
import { selectUndecidedRows } from '../../state/sources/repeated-stores'
import type { FileChange } from '../../state/sources/file-change'
import type { SourceEntry } from '../../state/sources/sources-slice'
import { Answer } from '../../ui/answer'
import { chooseFile } from '../../ui/choose-file'
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
import { DeskBody } from './desk-body'
import { FileFailed } from './file-failed'
import { FileLost } from './file-lost'
import { FileStrip } from './file-strip'
import { fileCell, sameBytes } from './files.model'
import { PlaceDoubts } from './place-doubts'
import { SourceColumns } from './source-columns'
import { useDeskPlace } from './use-desk-place'
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
  const [chosenId, setChosenId] = useChosenFile(entries)
  const { place, go, showTab } = useDeskPlace(setChosenId)
  const catalogues = useApp(selectCatalogues)
  const undecided = useApp(selectUndecidedRows)
  const { setRole, removeSource, putBackSource, replaceFile, stopReading, look } = useActions()
  const chosen = entries.find(({ id }) => id === chosenId) ?? firstToLookAt(entries, undecided)
  // Drawn a little later than the strip: both at once would keep the page from answering.
  const drawn = useDeferredValue(chosen)
  const isClustered = useApp(selectIsDone)
  const joins = useApp(selectIdJoins)
  const answer = useMemo(
    () => dataAnswer(entries, { readiness, isClustered, joins }),
    [entries, readiness, isClustered, joins],
  )
  const nUnmatched = joins.products?.matching.onlyLeft.length ?? 0
  const cells = entries.map((entry) => {
    const rows = catalogues.get(entry.id) ?? []
    const nToDecide = rows.filter(({ isSensitive, isFeature }) => isSensitive && isFeature).length
    const nRepeated = undecided.get(entry.id) ?? 0
    const sameAs = sameBytes(entry, entries)
    return fileCell(entry, { nToDecide, nUnmatched, nRepeated, sameAs })
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
      <PlaceDoubts />
      <FileStrip
        cells={cells}
        chosenId={chosen?.id ?? null}
        onChoose={(fileId) => go({ tab: 'columns', fileId })}
        onRole={setRole}
        onRemove={(id) => {
          const entry = entries.find((each) => each.id === id)
          if (entry !== undefined) remove(entry)
        }}
        onReplace={(id) => chooseFile(acceptedFiles, (file) => void replaceFile(id, file))}
        onStop={stopReading}
      />
      <DeskBody tab={place.tab} onGo={go} onTab={showTab} run={run} category={category}>
        <ChosenFile entry={drawn} catalogues={catalogues} asked={place} />
      </DeskBody>
      <WatchRegion />
    </>
  )
}

/** The file that is looked at: clicked, come to others on the desk, or replaced with a column gone. */
function useChosenFile(entries: readonly SourceEntry[]) {
  const [chosenId, setChosenId] = useState<string | null>(null)
  const [shown, setShown] = useState<FileChange | null>(null)
  const [known, setKnown] = useState(() => entries.map(({ id }) => id))
  const ids = entries.map(({ id }) => id)
  if (ids.join() !== known.join()) {
    setKnown(ids)
    const added = ids.find((id) => !known.includes(id))
    if (added !== undefined && ids.some((id) => known.includes(id))) setChosenId(added)
  }
  const lost = entries.find((entry) => lostBy(entry) !== null)
  const change = lost === undefined ? null : lostBy(lost)
  if (lost !== undefined && change !== shown) {
    setShown(change)
    setChosenId(lost.id)
  }
  return [chosenId, setChosenId] as const
}

/** What replaced an earlier file without a column that was in use. */
function lostBy(entry: SourceEntry): FileChange | null {
  const change = entry.status === 'ready' ? entry.change : undefined
  return change === undefined || change.lost.length === 0 ? null : change
}

/** Not drawn again for the progress of another file. */
const SteadyColumns = memo(SourceColumns)

type ChosenFileProps = {
  readonly entry: SourceEntry | undefined
  readonly catalogues: ReadonlyMap<string, readonly CatalogueRow[]>
  readonly asked: ReturnType<typeof useDeskPlace>['place']
}

/** A file that is read again is shown as it stood, so that nothing jumps. */
function ChosenFile({ entry, catalogues, asked: { file, nAsked } }: ChosenFileProps) {
  const shown = entry?.status === 'reading' ? entry.before : entry
  if (shown?.status === 'failed') return <FileFailed entry={shown} />
  if (shown?.status === 'lost') return <FileLost entry={shown} />
  if (shown?.status !== 'ready') return <div className={classes.reading} />
  const isAsked = file !== null && file.fileId === shown.id && hasWish(file)
  return (
    <SteadyColumns
      key={`${shown.id} ${isAsked ? nAsked : 0}`}
      entry={shown}
      rows={catalogues.get(shown.id) ?? []}
      isBusy={entry?.status === 'reading'}
      {...(isAsked && file.shown !== undefined ? { first: file.shown } : {})}
      {...(isAsked && file.flag !== undefined ? { firstFlag: file.flag } : {})}
    />
  )
}

/** A click on a file alone asks for nothing of it: what was shown of it stays. */
function hasWish({ shown, flag }: NonNullable<ChosenFileProps['asked']['file']>): boolean {
  return shown !== undefined || flag !== undefined
}

/** The first file with something wrong, else the first whose columns become features. */
function firstToLookAt(
  entries: readonly SourceEntry[],
  undecided: ReadonlyMap<string, number>,
): SourceEntry | undefined {
  return (
    entries.find(({ status }) => status === 'failed' || status === 'lost') ??
    entries.find((entry) => entry.status === 'ready' && openNeeds(entry.source).length > 0) ??
    entries.find(({ id }) => (undecided.get(id) ?? 0) > 0) ??
    entries.find((entry) => entry.status === 'ready' && entry.source.role === 'external') ??
    entries[0]
  )
}

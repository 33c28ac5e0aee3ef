import type { MergedClusterAssignments } from '../assets/merging/merged-cluster-assignments/spec'
import { blobOfOutput, type CsvKind, mergedAssignments } from '../state/export'
import { DownloadButton } from '../ui/download-button'
import { saveFile } from '../ui/save-file'

export type DownloadMergedProps = {
  /** What a run published; null before there is anything. */
  readonly published: MergedClusterAssignments | null
  readonly target?: CsvKind
  /** The loudest button of its screen. */
  readonly isMain?: boolean
}

/** The file that is handed over, from wherever it is asked for. */
export function DownloadMerged({
  published,
  target = 'tools',
  isMain = false,
}: DownloadMergedProps) {
  const save = () => {
    if (published === null) return
    const file = mergedAssignments(published)
    saveFile(file.name, blobOfOutput(file, target))
  }
  return (
    <DownloadButton
      variant={isMain && published !== null ? 'filled' : 'default'}
      disabled={published === null}
      onClick={save}
    >
      Download merged clusters
    </DownloadButton>
  )
}

import type { MergedClusterAssignments } from '../assets/merging/merged-cluster-assignments/spec'
import { blobOfOutput, mergedAssignments, type OutputFile } from '../state/export'
import { DownloadButton } from '../ui/download-button'
import { saveFile } from '../ui/save-file'

export type DownloadMergedProps = {
  /** What a run published; null before there is anything. */
  readonly published: MergedClusterAssignments | null
  /** How the file is saved, where that can be chosen; else as CSV for tools. */
  readonly onSave?: (file: OutputFile) => void
  /** The loudest button of its screen. */
  readonly isMain?: boolean
  readonly isMaking?: boolean
}

/** The file that is handed over, from wherever it is asked for. */
export function DownloadMerged(props: DownloadMergedProps) {
  const { published, onSave = saveAsCsv, isMain = false, isMaking = false } = props
  return (
    <DownloadButton
      variant={isMain && published !== null ? 'filled' : 'default'}
      disabled={published === null}
      loading={isMaking}
      onClick={() => {
        if (published !== null) onSave(mergedAssignments(published))
      }}
    >
      Download merged clusters
    </DownloadButton>
  )
}

function saveAsCsv(file: OutputFile): void {
  saveFile(file.name, blobOfOutput(file))
}

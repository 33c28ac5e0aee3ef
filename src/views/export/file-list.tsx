import { useMemo } from 'react'
import { blobOfOutput, type CsvKind, type OutputFile } from '../../state/export'
import { DownloadButton } from '../../ui/download-button'
import { formatBytes } from '../../ui/number-format'
import type { ExportLine } from './export.model'
import classes from './file-list.module.css'

export type FileListProps = {
  readonly lines: readonly ExportLine[]
  readonly target: CsvKind
  readonly onSave: (file: OutputFile) => void
}

export function FileList({ lines, target, onSave }: FileListProps) {
  return (
    <ul className={classes.files}>
      {lines.map((line) => (
        <li key={line.name}>
          <div>
            <b>{line.name}</b>
            <p>{line.what}</p>
          </div>
          <FileButton line={line} target={target} onSave={onSave} />
        </li>
      ))}
    </ul>
  )
}

/** Past this many rows a file is only written when it is asked for: writing it takes time. */
const sizedUpTo = 20_000

function FileButton({
  line,
  target,
  onSave,
}: Omit<FileListProps, 'lines'> & { readonly line: ExportLine }) {
  const { file } = line
  const size = useMemo(() => {
    if (file.kind === 'table' && file.rows.length > sizedUpTo) return null
    return blobOfOutput(file, target).size
  }, [file, target])
  return (
    <DownloadButton size="xs" label={`Download ${line.name}`} onClick={() => onSave(file)}>
      {size === null ? 'CSV' : formatBytes(size)}
    </DownloadButton>
  )
}

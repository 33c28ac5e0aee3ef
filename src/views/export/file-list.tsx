import { useMemo } from 'react'
import {
  blobOfOutput,
  isBinaryFormat,
  type OutputFile,
  outputName,
  type TableFormat,
} from '../../state/export'
import { DownloadButton } from '../../ui/download-button'
import { formatBytes } from '../../ui/number-format'
import type { ExportLine } from './export.model'
import { formatOf } from './file-format.model'
import classes from './file-list.module.css'

export type FileListProps = {
  readonly lines: readonly ExportLine[]
  readonly format: TableFormat
  /** Names of the tables that are being written. */
  readonly making: readonly string[]
  readonly onSave: (file: OutputFile) => void
}

export function FileList({ lines, format, making, onSave }: FileListProps) {
  return (
    <ul className={classes.files}>
      {lines.map(({ file, what }) => (
        <li key={file.name}>
          <div>
            <b>{outputName(file, format)}</b>
            <p>{what}</p>
          </div>
          <FileButton
            file={file}
            format={format}
            isMaking={making.includes(file.name)}
            onSave={onSave}
          />
        </li>
      ))}
    </ul>
  )
}

/** Past this many rows a file is only written when it is asked for: writing it takes time. */
const sizedUpTo = 20_000

type FileButtonProps = Pick<FileListProps, 'format' | 'onSave'> & {
  readonly file: OutputFile
  readonly isMaking: boolean
}

function FileButton({ file, format, isMaking, onSave }: FileButtonProps) {
  const size = useMemo(() => sizeBefore(file, format), [file, format])
  return (
    <DownloadButton
      size="xs"
      label={`Download ${outputName(file, format)}`}
      loading={isMaking}
      onClick={() => onSave(file)}
    >
      {size === null ? formatOf(format).short : formatBytes(size)}
    </DownloadButton>
  )
}

/** Bytes of a file, where writing it only to know them is quick. */
function sizeBefore(file: OutputFile, format: TableFormat): number | null {
  if (file.kind === 'text') return blobOfOutput(file).size
  if (isBinaryFormat(format) || file.rows.length > sizedUpTo) return null
  return blobOfOutput(file, format).size
}

import { type CsvKind, exportCsv } from '../files/export-csv'
import { addressOf } from '../runs/address'
import type { RunRecord } from '../runs/contract'
import type { OutputFile } from '../runs/outputs/output-file'
import { publishedFiles } from '../runs/outputs/published-files'
import type { Services } from './services'

export type { OutputFile } from '../runs/outputs/output-file'

export type { CsvKind } from '../files/export-csv'

/** The files of a run, from the values that are kept in this browser. */
export function loadOutputFiles(
  run: RunRecord,
  { storage }: Pick<Services, 'storage'>,
): Promise<readonly OutputFile[]> {
  return publishedFiles(run, (record) =>
    record.dataVersion === null
      ? Promise.resolve(null)
      : storage.readValue(addressOf(record, record.dataVersion)),
  )
}

/** The bytes of a file as they are downloaded. */
export function blobOfOutput(file: OutputFile, kind: CsvKind): Blob {
  if (file.kind === 'text') return new Blob([file.text], { type: 'application/json' })
  const text = exportCsv(file.columns, file.rows, kind)
  return new Blob([text], { type: 'text/csv' })
}

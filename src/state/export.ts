import { type CsvKind, exportCsv } from '../files/export-csv'
import { completeFrom } from '../runs/complete-from'
import type { RunRecord } from '../runs/contract'
import type { OutputFile } from '../runs/outputs/output-file'
import { publishedFiles } from '../runs/outputs/published-files'
import { readerOf } from '../runs/values-made'
import type { Services } from './services'

// Views know runs and files as types only; what they call of them is given here.
export type { OutputFile } from '../runs/outputs/output-file'
export { mergedAssignments } from '../runs/outputs/merged-assignments'
export type { CsvKind } from '../files/export-csv'
export { safeName } from '../files/safe-name'

/** The files of a run and of what earlier runs made of the same files and settings. */
export async function loadOutputFiles(
  run: RunRecord,
  { storage }: Pick<Services, 'storage'>,
): Promise<readonly OutputFile[]> {
  const complete = completeFrom(run, await storage.listRuns())
  return publishedFiles(complete, readerOf(storage.readValue))
}

/** The bytes of a file as they are downloaded. */
export function blobOfOutput(file: OutputFile, kind: CsvKind): Blob {
  if (file.kind === 'text') return new Blob([file.text], { type: 'application/json' })
  const text = exportCsv(file.columns, file.rows, kind)
  return new Blob([text], { type: 'text/csv' })
}

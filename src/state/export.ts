import {
  isBinaryFormat,
  tableFileName,
  type TableFormat,
  type TextFormat,
} from '../files/export/table-format'
import { textPieces } from '../files/export/text-pieces'
import type { Attempt } from '../runs/bundle/bundle'
import { completeFrom } from '../runs/complete-from'
import type { RunRecord } from '../runs/contract'
import { expectedFailure } from '../runs/failure-of'
import type { OutputFile } from '../runs/outputs/output-file'
import { exceptionFiles, publishedFiles } from '../runs/outputs/published-files'
import { readerOf } from '../runs/values-made'
import type { Services } from './services'

// Views know runs and files as types only; what they call of them is given here.
export type { OutputFile } from '../runs/outputs/output-file'
export { mergedAssignments } from '../runs/outputs/merged-assignments'
export { isBinaryFormat, type TableFormat } from '../files/export/table-format'
export { safeName } from '../files/safe-name'

/** The files of a run and of what earlier runs made of the same files and settings. */
export async function loadOutputFiles(
  run: RunRecord,
  { storage }: Pick<Services, 'storage'>,
): Promise<readonly OutputFile[]> {
  const complete = completeFrom(run, await storage.listRuns())
  return publishedFiles(complete, readerOf(storage.readValue))
}

/** `exceptions.csv` alone: who is not placed, or with a flag, and why; null where nothing was made. */
export async function loadExceptions(
  run: RunRecord,
  { storage }: Pick<Services, 'storage'>,
): Promise<Extract<OutputFile, { kind: 'table' }> | null> {
  const complete = completeFrom(run, await storage.listRuns())
  const [file] = await exceptionFiles(complete, readerOf(storage.readValue))
  return file?.kind === 'table' ? file : null
}

/** The name a file is saved under; a text, such as run.json, has one name in every format. */
export function outputName(file: OutputFile, format: TableFormat): string {
  return file.kind === 'text' ? file.name : tableFileName(file.name, format)
}

/** The bytes of a file that is text; CSV for tools where nothing else is asked for. */
export function blobOfOutput(file: OutputFile, format: TextFormat = 'csv'): Blob {
  if (file.kind === 'text') return new Blob([file.text], { type: 'application/json' })
  const type = format === 'json' ? 'application/json' : 'text/csv'
  return new Blob([...textPieces(file, format)], { type })
}

/** The bytes of a file as they are downloaded; what a format cannot hold is a failure. */
export async function writeOutput(
  file: OutputFile,
  format: TableFormat,
  { bundles }: Pick<Services, 'bundles'>,
): Promise<Attempt<{ readonly blob: Blob }>> {
  if (file.kind === 'table' && isBinaryFormat(format)) return bundles.writeTable(file, format)
  try {
    return { ok: true, blob: blobOfOutput(file, isBinaryFormat(format) ? 'csv' : format) }
  } catch (error) {
    return { ok: false, failure: expectedFailure(error) }
  }
}

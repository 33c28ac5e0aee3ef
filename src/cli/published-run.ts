import { readFile } from 'node:fs/promises'
import type { AssetFailure } from '../assets/failure'
import { assetId } from '../runs/address'
import type { Baseline, RunRecord, Source } from '../runs/contract'
import { publishedFiles } from '../runs/outputs/published-files'
import { InputError } from './input-error'
import { LostValues } from './lost-values'
import type { Storage } from './node-ports'
import type { Format } from './output-text'
import { jsonOrNull, storedRun } from './stored-run'
import { isAbsent, writeWhole } from './whole-file'
import { writeFiles } from './write-files'

/** The run whose files lie in a folder, and what it takes to repeat it. */
export type PublishedRun = {
  readonly run: RunRecord
  /** Absent in folders that were written before there were comparisons. */
  readonly sources?: readonly Source[]
  readonly baseline?: Baseline | null
}

/**
 * Writes the files of a run and remembers which run they are of; gives their names.
 * @throws {LostValues} before anything is written, where rows would be missing without a word
 */
export async function publishRun(
  published: PublishedRun,
  to: { readonly folder: string; readonly storage: Storage; readonly format: Format },
): Promise<readonly string[]> {
  const lost: string[] = []
  const files = await publishedFiles(published.run, async (record, only) => {
    const value = await to.storage.readValue(record, only)
    if (value === null) lost.push(assetId(record))
    return value
  })
  if (lost.length > 0) throw new LostValues(lost)
  const names = await writeFiles(to.folder, files, to.format)
  await writeWhole(to.storage.publishedPath, JSON.stringify(published))
  return names
}

/** Earlier versions wrote the environment beside the run. */
type Stored = PublishedRun & { readonly environment?: string | null }

/** @throws {InputError} where no run has written into the folder, or what it wrote was damaged */
export async function readPublishedRun(
  folder: string,
  storage: Storage,
  hint = 'Give the folder of an earlier run to --out.',
): Promise<PublishedRun> {
  const text = await readFile(storage.publishedPath, 'utf8').catch((error: unknown) => {
    if (!isAbsent(error) && !isInFile(error)) throw error
    throw new InputError([noRun(folder, hint)])
  })
  const stored = jsonOrNull(text) as Stored | null
  const run = storedRun(stored?.run)
  if (stored === null || run === null) throw new InputError([damagedRun(folder)])
  const { environment = null, ...others } = stored
  return { ...others, run: { environment, ...run } }
}

/** Whether a call failed because a folder on the way is a file. */
function isInFile(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOTDIR'
}

function noRun(folder: string, hint: string): AssetFailure {
  const message = 'No run has written into this folder.'
  return { code: 'no_run', message, path: folder, hint }
}

function damagedRun(folder: string): AssetFailure {
  return {
    code: 'damaged_run',
    message: 'What this folder remembers of its last run cannot be read.',
    path: folder,
    hint: 'Run again into it: what was made and is whole is not made anew.',
  }
}

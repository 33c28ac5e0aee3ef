import { readFile } from 'node:fs/promises'
import { assetId } from '../runs/address'
import type { RunRecord } from '../runs/contract'
import { publishedFiles } from '../runs/outputs/published-files'
import { InputError } from './input-error'
import { LostValues } from './lost-values'
import type { Storage } from './node-ports'
import type { Format } from './output-text'
import { isAbsent, writeWhole } from './whole-file'
import { writeFiles } from './write-files'

/** The run whose files lie in a folder, with the environment it was made in. */
export type PublishedRun = { readonly run: RunRecord; readonly environment: string | null }

/**
 * Writes the files of a run and remembers which run they are of; gives their names.
 * @throws {LostValues} before anything is written, where rows would be missing without a word
 */
export async function publishRun(
  published: PublishedRun,
  to: { readonly folder: string; readonly storage: Storage; readonly format: Format },
): Promise<readonly string[]> {
  const { run, environment } = published
  const lost: string[] = []
  const files = await publishedFiles(
    run,
    async (record) => {
      const value = await to.storage.readValue(record)
      if (value === null) lost.push(assetId(record))
      return value
    },
    environment,
  )
  if (lost.length > 0) throw new LostValues(lost)
  const names = await writeFiles(to.folder, files, to.format)
  await writeWhole(to.storage.publishedPath, JSON.stringify(published))
  return names
}

/** @throws {InputError} where no run has written into the folder */
export async function readPublishedRun(folder: string, storage: Storage): Promise<PublishedRun> {
  const text = await readFile(storage.publishedPath, 'utf8').catch((error: unknown) => {
    if (!isAbsent(error)) throw error
    throw new InputError([
      {
        code: 'no_run',
        message: 'No run has written into this folder.',
        path: folder,
        hint: 'Give the folder of an earlier run to --out.',
      },
    ])
  })
  return JSON.parse(text)
}

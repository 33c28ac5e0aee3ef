import type { RunRecord, RunRequest } from '../runs/contract'
import { completeRun } from './complete-run'
import type { Io } from './io'
import { LostValues } from './lost-values'
import type { Storage } from './node-ports'
import { progressLine } from './progress'
import { publishRun } from './published-run'
import { runEngine } from './run-engine'

type Request = Omit<RunRequest, 'runId'>

type To = {
  readonly folder: string
  readonly storage: Storage
  readonly workers: number
  readonly io: Io
}

/**
 * Makes what is stale and writes the files of the run. A damaged value is found when it is read,
 * and then taken out of the cache: where that happens, the run is done again, once.
 */
export async function makeAndPublish(request: Request, to: To) {
  const record = await make(request, to)
  try {
    return { record, files: await publish(record, request, to) }
  } catch (error) {
    if (!(error instanceof LostValues)) throw error
    const { assets } = await completeRun(record, request, to.storage)
    for (const asset of assets) await to.storage.readValue(asset)
    const again = await make(request, to)
    return { record: again, files: await publish(again, request, to) }
  }
}

function make(request: Request, { storage, workers, io }: To): Promise<RunRecord> {
  const { isCanceled } = io
  return runEngine(request, {
    storage,
    workers,
    emit: (event) => {
      const line = progressLine(event)
      if (line !== null) io.log(line)
    },
    isCanceled,
  })
}

/** A run that was canceled, or could not start, leaves the earlier files alone. */
async function publish(
  record: RunRecord,
  request: Request,
  { folder, storage }: To,
): Promise<readonly string[]> {
  if (record.assets.length === 0 || record.status === 'canceled') return []
  const run = await completeRun(record, request, storage)
  const { sources, baseline = null } = request
  return publishRun({ run, sources, baseline }, { folder, storage, format: 'csv' })
}

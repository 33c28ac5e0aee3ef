import * as Comlink from 'comlink'
import { createHasher } from '../../files/digest'
import { inspectFile } from '../../files/inspect'
import { createDatabase } from '../cache/database'
import { createIdbCache } from '../cache/idb-cache'
import { createIdbLogStore } from '../cache/idb-log-store'
import { createIdbRunStore } from '../cache/idb-run-store'
import { isFeatureColumn } from '../is-feature-column'
import { materialize } from '../materialize'
import { poolSize } from '../pool-size'
import { blobOf } from './blob-of'
import type { PipelineContract } from './client'
import { threadFailure } from './connection'
import { gatherEvents } from './gather-events'
import { beatAtWork, beatEvery, heartbeat } from './heartbeat'
import { type Keeper, remoteKeeper } from './keeper'
import { createPool } from './pool'
import { tallyInThreads } from './range-threads'

const database = createDatabase()
const inBrowser: Keeper = {
  cache: createIdbCache(database),
  runs: createIdbRunStore(database),
  log: createIdbLogStore(database),
}
/** Milliseconds between messages to the page: what a cut-off run told last may be lost. */
const tellEvery = 50
const size = poolSize(navigator.hardwareConcurrency)
const pool = createPool(
  size,
  () => new Worker(new URL('./pool.worker.ts', import.meta.url), { type: 'module' }),
)

const tallyRanges = tallyInThreads(
  size,
  () => new Worker(new URL('./range.worker.ts', import.meta.url), { type: 'module' }),
)

const beat = () => postMessage(heartbeat)
const beatInWork = beatAtWork(beat, () => performance.now())

const api: PipelineContract = {
  inspect: (file, overrides, tell) => {
    const report = (done: number, total: number) => {
      beatInWork()
      tell(done, total)
    }
    const request = { overrides, report, isFeature: isFeatureColumn, tallyRanges }
    return inspectFile(file.name, blobOf(file), request).catch((error: unknown) => ({
      ok: false as const,
      failure: threadFailure(error, file.name),
    }))
  },
  materialize: async (request, tell, port) => {
    const inMemory = port === undefined ? null : remoteKeeper(port)
    const events = gatherEvents(tell, tellEvery)
    try {
      return await materialize(request, events.add, {
        ...(inMemory ?? inBrowser),
        execute: (task, report) => pool.execute(task, report, inMemory),
        concurrency: size,
        clock: () => Date.now(),
        hash: await createHasher(),
      })
    } finally {
      events.end()
    }
  },
}

setInterval(beat, beatEvery)
beat()
Comlink.expose(api)

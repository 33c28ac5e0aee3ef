import * as Comlink from 'comlink'
import { createHasher } from '../../files/digest'
import { inspectFile } from '../../files/inspect'
import { createDatabase } from '../cache/database'
import { createIdbCache } from '../cache/idb-cache'
import { createIdbRunStore } from '../cache/idb-run-store'
import type { InspectContract, MaterializeContract } from '../contract'
import { materialize } from '../materialize'
import { blobOf } from './blob-of'
import { beatEvery, heartbeat } from './heartbeat'
import { createPool, poolSize } from './pool'

const database = createDatabase()
const size = poolSize(navigator.hardwareConcurrency)
const pool = createPool(
  size,
  () => new Worker(new URL('./pool.worker.ts', import.meta.url), { type: 'module' }),
)

const api: InspectContract & MaterializeContract = {
  inspect: (file, overrides, report) => inspectFile(file.name, blobOf(file), { overrides, report }),
  materialize: async (request, emit) =>
    materialize(request, emit, {
      cache: createIdbCache(database),
      runs: createIdbRunStore(database),
      execute: pool.execute,
      concurrency: size,
      clock: () => Date.now(),
      hash: await createHasher(),
    }),
}

setInterval(() => postMessage(heartbeat), beatEvery)
postMessage(heartbeat)
Comlink.expose(api)

import * as Comlink from 'comlink'
import { definitions } from '../../assets/definitions'
import { createDatabase } from '../cache/database'
import { createIdbCache } from '../cache/idb-cache'
import { computeAsset } from '../compute-asset'
import { blobOf } from './blob-of'
import type { PoolContract } from './pool'

const cache = createIdbCache(createDatabase())

const api: PoolContract = {
  compute: (task, report) =>
    computeAsset(task, {
      cache,
      definitions,
      openFile: blobOf,
      report,
      now: () => performance.now(),
    }),
}

Comlink.expose(api)

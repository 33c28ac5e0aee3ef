import * as Comlink from 'comlink'
import { definitions } from '../../assets/definitions'
import { createDatabase } from '../cache/database'
import { createIdbCache } from '../cache/idb-cache'
import { computeAsset } from '../compute-asset'
import { blobOf } from './blob-of'
import { remoteKeeper } from './keeper'
import type { PoolContract } from './pool'

const inBrowser = createIdbCache(createDatabase())

const api: PoolContract = {
  compute: (task, report, port) =>
    computeAsset(task, {
      cache: port === undefined ? inBrowser : remoteKeeper(port).cache,
      definitions,
      openFile: blobOf,
      report,
      now: () => performance.now(),
    }),
}

Comlink.expose(api)

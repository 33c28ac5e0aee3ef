import * as Comlink from 'comlink'
import { definitions } from '../../assets/definitions'
import { createDatabase } from '../cache/database'
import { createIdbCache } from '../cache/idb-cache'
import { computeAsset } from '../compute-asset'
import { pieceOutcome } from '../pieces/piece'
import { slicedBlobOf } from './blob-of'
import { handOver } from './hand-over'
import { remoteKeeper } from './keeper'
import type { PoolContract } from './pool'

/** Bytes that a tab can hold beside the page and the other threads, as far as is known of tabs. */
const memoryBudget = 1.5e9

const inBrowser = createIdbCache(createDatabase())

const api: PoolContract = {
  compute: (task, report, board, port) =>
    computeAsset(task, {
      cache: port === undefined ? inBrowser : remoteKeeper(port).cache,
      definitions,
      openFile: slicedBlobOf,
      report,
      board,
      memoryBudget,
      now: () => performance.now(),
    }),
  perform: async (piece, tell) => {
    const outcome = await pieceOutcome(piece, { openFile: slicedBlobOf, tell })
    return handOver(outcome, [outcome])
  },
}

Comlink.expose(api)

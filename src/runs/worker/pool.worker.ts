import * as Comlink from 'comlink'
import type { AssetFailure } from '../../assets/failure'
import { createDatabase } from '../cache/database'
import { createIdbCache } from '../cache/idb-cache'
import { computeAsset } from '../compute-asset'
import { pieceOutcome } from '../pieces/piece'
import { blobOf } from './blob-of'
import { handOver } from './hand-over'
import { remoteKeeper } from './keeper'
import type { PoolContract } from './pool'

/** Bytes that a tab can hold beside the page and the other threads, as far as is known of tabs. */
const memoryBudget = 1.5e9

const inBrowser = createIdbCache(createDatabase())

/** What computes the assets: a part of its own, since it is as large as all that reads files. */
async function loadEngine(path: string) {
  try {
    const { definitions } = await import('../../assets/definitions')
    return { ok: true as const, definitions }
  } catch (cause) {
    const failure: AssetFailure = {
      code: 'engine_not_loaded',
      message: `The part that computes assets could not be loaded (${String(cause)}).`,
      path,
      hint: 'Reload the page while you are online, and run again.',
    }
    return { ok: false as const, failure }
  }
}

const api: PoolContract = {
  compute: async (task, report, board, port) => {
    const engine = await loadEngine(task.key)
    if (!engine.ok) return { ...engine, ms: 0, log: [] }
    return computeAsset(task, {
      cache: port === undefined ? inBrowser : remoteKeeper(port).cache,
      definitions: engine.definitions,
      openFile: blobOf,
      report,
      board,
      memoryBudget,
      now: () => performance.now(),
    })
  },
  perform: async (piece, tell) => {
    const outcome = await pieceOutcome(piece, { openFile: blobOf, tell })
    return handOver(outcome, [outcome])
  },
}

Comlink.expose(api)

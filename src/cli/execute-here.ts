import { totalmem } from 'node:os'
import { definitions } from '../assets/definitions'
import type { ValueCache } from '../runs/cache/value-cache'
import { computeAsset } from '../runs/compute-asset'
import type { SharedPieces } from '../runs/pieces/piece'
import type { Execute } from '../runs/task'
import { openFile } from './node-ports'

/**
 * Computes tasks in this thread, one after the other where the caller waits; pieces of them are put up
 * on the board, where other threads see one.
 */
export function executeHere(cache: ValueCache, board?: SharedPieces): Execute {
  return (task, report) =>
    computeAsset(task, {
      cache,
      definitions,
      openFile,
      report,
      memoryBudget: totalmem() / 2,
      ...(board === undefined ? {} : { board }),
      now: () => performance.now(),
    })
}

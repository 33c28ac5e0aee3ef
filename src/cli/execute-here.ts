import { definitions } from '../assets/definitions'
import type { ValueCache } from '../runs/cache/value-cache'
import { computeAsset } from '../runs/compute-asset'
import type { Execute } from '../runs/task'
import { openFile } from './node-ports'

/** Computes tasks in this thread, one after the other where the caller waits. */
export function executeHere(cache: ValueCache): Execute {
  return (task, report) =>
    computeAsset(task, { cache, definitions, openFile, report, now: () => performance.now() })
}

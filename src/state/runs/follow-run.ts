import type { RunEvent } from '../../runs/contract'
import type { SliceApi } from '../app-state'
import { type Batch, createBatch } from './batch'
import { applyEvents } from './live-run'

/** Events of a run change the screen at most this often, in milliseconds. */
const showEvery = 150

/** Takes the events of a run into the live run of the state, as long as it is that one. */
export function followRun(runId: string, { set }: Pick<SliceApi, 'set'>): Batch<RunEvent> {
  return createBatch<RunEvent>(
    (events) => set(({ live }) => (live?.id === runId ? { live: applyEvents(live, events) } : {})),
    showEvery,
  )
}

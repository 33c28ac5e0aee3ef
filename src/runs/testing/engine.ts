import { emptyConfiguration } from '../../config/configuration'
import { createMemoryCache } from '../cache/memory-cache'
import { createMemoryRunStore } from '../cache/memory-run-store'
import type { RunSide } from '../compare/run-side'
import type { RunRequest, Source } from '../contract'
import { readerOf, valuesIn } from '../values-made'
import { materializeHere } from './materialize-here'

/** The real engine over one memory, so that runs share what is the same in them. */
export function createEngine() {
  const place = { cache: createMemoryCache(), runs: createMemoryRunStore() }
  const read = readerOf(valuesIn(place.cache))
  let nRuns = 0
  const run = async (
    sources: readonly Source[],
    settings: Readonly<Record<string, unknown>>,
    change: Partial<RunRequest> = {},
  ): Promise<RunSide> => {
    const configuration = { ...emptyConfiguration, job_params: settings }
    const selection = 'internal_ml_job'
    const request = { runId: `run-${++nRuns}`, selection, sources, configuration, ...change }
    return { run: await materializeHere(request, place), read }
  }
  const trial = (request: Omit<RunRequest, 'runId'>) =>
    materializeHere({ ...request, runId: `trial-${++nRuns}` }, place)
  return { ...place, read, run, trial }
}

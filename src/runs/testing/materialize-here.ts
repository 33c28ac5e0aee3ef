import { definitions } from '../../assets/definitions'
import { emptyConfiguration } from '../../config/configuration'
import { createMemoryCache } from '../cache/memory-cache'
import { createMemoryRunStore } from '../cache/memory-run-store'
import type { ValueCache } from '../cache/value-cache'
import type { RunEvent, RunRecord, RunRequest } from '../contract'
import { materialize } from '../materialize'
import type { MaterializePorts } from '../materialize-ports'
import { executeHere, hash } from './toy-run'

type Request = Pick<RunRequest, 'sources'> & Partial<RunRequest>
type Ports = Partial<MaterializePorts> & { readonly cache?: ValueCache }

/** The real engine in this thread; values and records are in memory where no place is given. */
export function materializeHere(
  request: Request,
  { cache = createMemoryCache(), ...ports }: Ports = {},
  emit: (event: RunEvent) => void = () => undefined,
): Promise<RunRecord> {
  const asked: RunRequest = {
    runId: 'run-1',
    selection: 'full_pipeline_job',
    configuration: emptyConfiguration,
    ...request,
  }
  return materialize(asked, emit, {
    cache,
    runs: createMemoryRunStore(),
    hash,
    concurrency: 1,
    clock: () => 0,
    execute: executeHere(cache, definitions),
    ...ports,
  })
}

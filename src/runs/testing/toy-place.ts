import { createMemoryCache } from '../cache/memory-cache'
import { createMemoryRunStore } from '../cache/memory-run-store'
import type { LogEntry, RunEvent } from '../contract'
import { materialize } from '../materialize'
import type { MaterializePorts } from '../materialize-ports'
import { toyDefinitions, type ToyFaults, toySpecs } from './toy-assets'
import { executeHere, hash, toyRequest } from './toy-run'

/**
 * A place to run the toy graph in: its cache, records and logs live as long as it does. Each look
 * at its clock takes a millisecond.
 */
export function toyPlace() {
  const cache = createMemoryCache()
  const runs = createMemoryRunStore()
  const logs = new Map<string, readonly LogEntry[]>()
  let time = 0
  const run = async (
    request = toyRequest(),
    faults: ToyFaults = {},
    change: Partial<MaterializePorts> = {},
  ) => {
    const computed: string[] = []
    const events: RunEvent[] = []
    const onCompute = (id: string) => computed.push(id)
    const definitions = toyDefinitions({ ...faults, onCompute })
    const ports: MaterializePorts = {
      cache,
      runs,
      log: { write: async (runId, entries) => void logs.set(runId, entries) },
      hash,
      specs: toySpecs,
      concurrency: 2,
      clock: () => (time += 1),
      execute: executeHere(cache, definitions),
      ...change,
    }
    const record = await materialize(request, (event) => events.push(event), ports)
    return { record, computed, events, log: logs.get(request.runId) ?? null }
  }
  return { cache, runs, run }
}

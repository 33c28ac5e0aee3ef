import { createHash } from 'node:crypto'
import { writeBinaryTable } from '../../files/export/write-table'
import { inspectFile } from '../../files/inspect'
import type { Attempt } from '../../runs/bundle/bundle'
import { expectedFailure } from '../../runs/failure-of'
import { compareBundle } from '../../runs/bundle/compare-bundle'
import { lendBaseline } from '../../runs/bundle/lend-baseline'
import { readBundle } from '../../runs/bundle/read-bundle'
import { createMemoryStorage } from '../../runs/cache/memory-storage'
import { createEngine, toBlob } from '../../runs/testing/bundle-engine'
import type { Client, Services } from '../services'
import { fakeServices } from './fake-services'

/** Ids are drawn by chance in the page: no two visits share one. */
let nIds = 0

/** A browser of one test: the real engine and bundles in this thread, everything in memory. */
export function realServices(given: Partial<Client> = {}) {
  const { storage, keeper } = createMemoryStorage()
  const engine = createEngine(keeper)
  const client: Client = {
    inspect: async (file, overrides, report) => {
      if (file.kind !== 'blob') throw new Error(`${file.name} is no blob`)
      return inspectFile(file.name, file.blob, { overrides, report })
    },
    materialize: (request, emit) => engine.run(request, emit),
    stopReading: () => undefined,
    cancel: () => undefined,
    ...given,
  }
  const bundles: Services['bundles'] = {
    makeBundle: (request) => attempt(async () => ({ blob: await engine.bundle(request) })),
    openBundle: (blob) => attempt(async () => ({ bundle: await readBundle(blob, toBlob) })),
    lendBaseline: (blob, baseline) =>
      attempt(async () => ({ lent: await lendBaseline(blob, baseline, keeper.cache) })),
    takeBack: async (addresses) => {
      for (const address of addresses) await keeper.cache.remove(address)
    },
    compareBundle: (blob, made) => attempt(() => compareBundle(blob, made, engine.readAt)),
    writeTable: (table, format) =>
      attempt(async () => ({ blob: await toBlob(writeBinaryTable(table, format)) })),
  }
  const hash = (text: string) => createHash('sha256').update(text).digest('hex')
  const newId = () => `id-${++nIds}`
  const services: Services = { ...fakeServices(), client, storage, bundles, hash, newId }
  return { services, cache: keeper.cache }
}

async function attempt<T extends object>(work: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { ok: true, ...(await work()) }
  } catch (error) {
    return { ok: false, failure: expectedFailure(error) }
  }
}

import * as Comlink from 'comlink'
import { writeBinaryTable } from '../../files/export/write-table'
import type { Attempt } from '../bundle/bundle'
import { expectedFailure } from '../failure-of'
import { compareBundle } from '../bundle/compare-bundle'
import { lendBaseline } from '../bundle/lend-baseline'
import { makeBundle } from '../bundle/make-bundle'
import { readBundle } from '../bundle/read-bundle'
import { createDatabase } from '../cache/database'
import { createIdbCache } from '../cache/idb-cache'
import type { ValueCache } from '../cache/value-cache'
import { valuesIn } from '../values-made'
import { blobOf } from './blob-of'
import { type BundleApi, collectBlob } from './bundle-api'
import { beatEvery, heartbeat } from './heartbeat'
import { remoteKeeper } from './keeper'

const inBrowser = createIdbCache(createDatabase())

function cacheBehind(port: MessagePort | undefined): ValueCache {
  return port === undefined ? inBrowser : remoteKeeper(port).cache
}

const api: BundleApi = {
  makeBundle: (request, port) =>
    attempt(async () => {
      const cache = cacheBehind(port)
      const ports = { readAt: valuesIn(cache), openFile: blobOf }
      return { blob: await collectBlob(makeBundle(request, ports)) }
    }),
  openBundle: (blob) => attempt(async () => ({ bundle: await readBundle(blob, collectBlob) })),
  lendBaseline: (blob, baseline, port) =>
    attempt(async () => ({ lent: await lendBaseline(blob, baseline, cacheBehind(port)) })),
  takeBack: async (addresses, port) => {
    const cache = cacheBehind(port)
    for (const address of addresses) await cache.remove(address)
  },
  compareBundle: (blob, made, port) =>
    attempt(() => compareBundle(blob, made, valuesIn(cacheBehind(port)))),
  writeTable: (table, format) =>
    attempt(async () => ({ blob: await collectBlob(writeBinaryTable(table, format)) })),
}

async function attempt<T extends object>(work: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { ok: true, ...(await work()) }
  } catch (error) {
    return { ok: false, failure: expectedFailure(error) }
  }
}

setInterval(() => postMessage(heartbeat), beatEvery)
postMessage(heartbeat)
Comlink.expose(api)

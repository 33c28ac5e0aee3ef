import * as Comlink from 'comlink'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createMemoryStorage } from '../cache/memory-storage'
import { noMark } from '../run-mark'
import { draft } from '../testing/fresh-storage'
import { type BundleApi, collectBlob } from './bundle-api'
import { createBundleClient } from './bundle-client'
import { remoteKeeper } from './keeper'

const open: MessagePort[] = []

afterEach(() => {
  for (const port of open.splice(0)) port.close()
})

const run = { ...draft('r'), seq: 1 }
const request = { run, mark: noMark, log: [], baseline: null, sources: [] }
const baseline = { runId: 'b', seq: 1, assets: [] }
const refusal = {
  ok: false,
  failure: { code: 'x', message: 'No.', path: '', hint: 'Go.' },
} as const

/** A thread made of a MessageChannel: everything that crosses is really cloned. */
function clientOver(given: Partial<BundleApi>) {
  const storage = createMemoryStorage()
  const terminate = vi.fn()
  const api: BundleApi = {
    makeBundle: async () => ({ ok: true, blob: new Blob(['zip']) }),
    openBundle: async () => refusal,
    lendBaseline: async () => ({ ok: true, lent: ['a@1'] }),
    takeBack: async () => undefined,
    compareBundle: async () => ({ ok: true, differences: [], nAssets: 3, nStores: 2 }),
    writeTable: async (table, format) => ({ ok: true, blob: new Blob([table.name, format]) }),
    ...given,
  }
  const client = createBundleClient({
    spawn: () => {
      const { port1, port2 } = new MessageChannel()
      open.push(port1, port2)
      Comlink.expose(api, port2)
      return Object.assign(port1, { terminate })
    },
    memory: storage.keeper,
    clock: () => 0,
    idleAfter: 60_000,
  })
  return { client, storage }
}

describe('the page and the thread of bundles', () => {
  test('answers come through, refusals as data', async () => {
    const { client } = clientOver({})
    expect(await client.makeBundle(request)).toMatchObject({ ok: true })
    expect(await client.openBundle(new Blob([]))).toEqual(refusal)
    expect(await client.lendBaseline(new Blob([]), baseline)).toEqual({ ok: true, lent: ['a@1'] })
    expect(await client.compareBundle(new Blob([]), run)).toMatchObject({ nAssets: 3 })
    const table = { name: 't.csv', columns: ['a'], rows: [['x']] }
    const written = await client.writeTable(table, 'xlsx')
    expect(written.ok && (await written.blob.text())).toBe('t.csvxlsx')
  })

  test('a defect of the thread is a failure with its words', async () => {
    const broken = async () => Promise.reject(new Error('odd bundle'))
    const { client } = clientOver({ makeBundle: broken, openBundle: broken, compareBundle: broken })
    const defect = { ok: false, failure: { code: 'defect', message: 'odd bundle' } }
    expect(await client.makeBundle(request)).toMatchObject(defect)
    expect(await client.openBundle(new Blob([]))).toMatchObject(defect)
    expect(await client.compareBundle(new Blob([]), run)).toMatchObject(defect)
  })

  test('values of a page that keeps nothing are read and taken back in its memory', async () => {
    const { client, storage } = clientOver({
      takeBack: async (addresses, port) => {
        if (port === undefined) throw new Error('no keeper came')
        for (const address of addresses) await remoteKeeper(port).cache.remove(address)
      },
    })
    await storage.keeper.cache.write('a@1', { value: 1, rows: null, checks: [] })
    await client.takeBack(['a@1'])
    expect(await storage.storage.listVersions()).toEqual([])
  })
})

describe('collectBlob(pieces)', () => {
  test('keeps the bytes in their order, folded or not', async () => {
    const piece = new Uint8Array(5 << 20).fill(7)
    async function* pieces() {
      yield piece
      yield piece.slice(0, 4 << 20)
      yield Uint8Array.of(1, 2)
    }
    const blob = await collectBlob(pieces())
    expect(blob.size).toBe((9 << 20) + 2)
    expect([...new Uint8Array(await blob.slice(-3).arrayBuffer())]).toEqual([7, 1, 2])
  })
})

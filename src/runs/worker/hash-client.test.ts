import * as Comlink from 'comlink'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createByteHash } from '../../files/digest'
import { workerOver } from '../testing/worker-over'
import { createThreadHash, type HashApi } from './hash-client'

/** A thread on the other side of a port; `most` is how many pieces it had to keep at once. */
function thread() {
  const { port1, port2 } = new MessageChannel()
  const hash = createByteHash()
  const seen = { most: 0 }
  let nKept = 0
  const api: HashApi = {
    update: async (bytes) => {
      seen.most = Math.max(seen.most, ++nKept)
      await new Promise((resolve) => setTimeout(resolve, 0))
      await (await hash).update(bytes)
      nKept -= 1
      return Comlink.transfer(bytes.buffer, [bytes.buffer])
    },
    digest: async () => (await hash).digest(),
  }
  Comlink.expose(api, port2)
  return { worker: workerOver(port1, () => port2.close()), seen }
}

test('a hash on a thread of its own is that of the bytes, however they are cut and used again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 40 }), async (all) => {
      const { worker, seen } = thread()
      const [here, there] = [await createByteHash(), createThreadHash(() => worker)]
      const buffer = new Uint8Array(40)
      for (const bytes of all) {
        await here.update(bytes)
        buffer.set(bytes)
        await there.update(buffer.subarray(0, bytes.length))
        buffer.fill(0)
      }
      expect(await there.digest()).toBe(await here.digest())
      expect(seen.most).toBeLessThanOrEqual(9)
      there.close?.()
    }),
    { numRuns: 20 },
  )
})

test('a hash whose thread is lost says so at the next piece that waits, and at its digest', async () => {
  const { worker } = thread()
  const hash = createThreadHash(() => worker)
  await hash.update(Uint8Array.of(1))
  worker.fail()
  await expect(hash.digest()).rejects.toMatchObject({ failure: { code: 'worker_failed' } })
  const fill = async () => {
    for (let i = 0; i < 20; i++) await hash.update(Uint8Array.of(i))
  }
  await expect(fill()).rejects.toMatchObject({ failure: { code: 'worker_failed' } })
})

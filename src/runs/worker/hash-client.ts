import * as Comlink from 'comlink'
import type { AssetFailure } from '../../assets/failure'
import type { ByteHash } from '../../files/digest'
import { connect, type WorkerLike } from './connection'

/** What the thread that hashes offers: one digest of pieces that come in order. */
export type HashApi = {
  /** Gives the buffer back for the next piece. */
  readonly update: (bytes: Uint8Array<ArrayBuffer>) => Promise<ArrayBuffer>
  readonly digest: () => Promise<string>
}

/** Copies of pieces that may wait for the thread; who reads faster than it hashes waits. */
const maxWaiting = 8

/**
 * The SHA-256 of bytes on a thread of its own, beside what else is done with them. Its calls reject
 * with `ThreadLost` where the thread is gone.
 */
export function createThreadHash(spawn: () => WorkerLike): ByteHash {
  const { call, end } = connect<HashApi>({ spawn })
  const waiting: Promise<ArrayBuffer>[] = []
  let spare: ArrayBuffer | undefined
  return {
    update: async (bytes) => {
      const copy = copyTo(spare, bytes)
      spare = undefined
      const done = call((api) => api.update(Comlink.transfer(copy, [copy.buffer])))
      // Told to whoever awaits it: a later piece, or the digest.
      done.catch(() => undefined)
      waiting.push(done)
      if (waiting.length > maxWaiting) spare = await waiting.shift()
    },
    digest: async () => {
      await Promise.all(waiting)
      return call((api) => api.digest())
    },
    close: () => end(closed),
  }
}

/** A new buffer costs more than what is copied to it: one that came back is used again. */
function copyTo(spare: ArrayBuffer | undefined, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  if (spare === undefined || spare.byteLength < bytes.length) return new Uint8Array(bytes)
  const copy = new Uint8Array(spare, 0, bytes.length)
  copy.set(bytes)
  return copy
}

const closed: AssetFailure = {
  code: 'hash_ended',
  message: 'The thread that hashes was ended with its file.',
  path: 'worker',
  hint: 'It starts again with the next file.',
}

import { createSHA256 } from 'hash-wasm'
import { createFileHash, type ByteHash, type OpenHash } from './file-hash'

/**
 * A synchronous `text -> SHA-256 of its UTF-8 bytes, hex`. Works on any thread and without
 * `crypto.subtle`, which plain http does not have; only the set-up is asynchronous.
 */
export async function createHasher(): Promise<(text: string) => string> {
  const sha = await createSHA256()
  return (text) => sha.init().update(text).digest('hex')
}

/** The digest of a file of `size` bytes as they come, by the fastest means of the host. */
export async function createByteHash(size: number): Promise<ByteHash> {
  return createFileHash(size, { open: await inWasm(), openPiece: await fastestHash() })
}

/** Takes whole pieces where it can: by the processor's own instructions, beside this thread. */
export async function fastestHash(): Promise<OpenHash> {
  const subtle = crypto?.subtle
  return subtle === undefined ? inWasm() : openIn(subtle)
}

async function inWasm(): Promise<OpenHash> {
  const sha = await createSHA256()
  return () => {
    sha.init()
    return { update: (bytes) => void sha.update(bytes), digest: () => sha.digest('binary') }
  }
}

function openIn(subtle: Digests): OpenHash {
  let piece = new Uint8Array()
  let length = 0
  return () => {
    length = 0
    return {
      update: (bytes) => {
        piece = withRoom(piece, length + bytes.length)
        piece.set(bytes, length)
        length += bytes.length
      },
      // The bytes are copied by the call: the next piece may be written over them.
      digest: async () => new Uint8Array(await subtle.digest('SHA-256', piece.subarray(0, length))),
    }
  }
}

function withRoom(bytes: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer> {
  if (length <= bytes.length) return bytes
  const wider = new Uint8Array(Math.max(length, 2 * bytes.length))
  wider.set(bytes)
  return wider
}

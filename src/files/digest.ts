import { createSHA256 } from 'hash-wasm'

/**
 * A synchronous `text -> SHA-256 of its UTF-8 bytes, hex`. Works on any thread and without
 * `crypto.subtle`, which plain http does not have; only the set-up is asynchronous.
 */
export async function createHasher(): Promise<(text: string) => string> {
  const sha = await createSHA256()
  return (text) => sha.init().update(text).digest('hex')
}

/** The running SHA-256 of bytes that come in pieces. */
export type ByteHash = {
  /** Done when the next piece may come; the bytes are used no longer once it has returned. */
  readonly update: (bytes: Uint8Array) => void | Promise<void>
  /** In hex. Nothing is added after it. */
  readonly digest: () => string | Promise<string>
  /** Gives back what it holds beside memory, whether it came to its digest or not. */
  readonly close?: () => void
}

export async function createByteHash(): Promise<ByteHash> {
  const sha = await createSHA256()
  sha.init()
  return {
    update: (bytes) => {
      sha.update(bytes)
    },
    digest: () => sha.digest('hex'),
  }
}

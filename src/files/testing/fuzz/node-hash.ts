import { createHash } from 'node:crypto'
import { createFileHash, type ByteHash } from '../../file-hash'

/** SHA-256 of the platform: of a small file one in WebAssembly is mostly its set-up. */
export function createNodeHash(size: number): ByteHash {
  const open = () => {
    const hash = createHash('sha256')
    return { update: (bytes: Uint8Array) => void hash.update(bytes), digest: () => hash.digest() }
  }
  return createFileHash(size, { open })
}

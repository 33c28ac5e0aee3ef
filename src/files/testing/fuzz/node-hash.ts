import { createHash } from 'node:crypto'
import { createFileHash, type ByteHash, type OpenHash } from '../../file-hash'

/** SHA-256 of the platform: of a small file one in WebAssembly is mostly its set-up. */
export const openNodeHash: OpenHash = () => {
  const hash = createHash('sha256')
  return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest() }
}

export function createNodeHash(size: number): ByteHash {
  return createFileHash(size, { open: openNodeHash })
}

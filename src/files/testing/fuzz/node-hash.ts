import { createHash } from 'node:crypto'
import type { ByteHash } from '../../digest'

/** SHA-256 of the platform: of a small file one in WebAssembly is mostly its set-up. */
export function createNodeHash(): ByteHash {
  const hash = createHash('sha256')
  return {
    update: (bytes) => {
      hash.update(bytes)
    },
    digest: () => hash.digest('hex'),
  }
}

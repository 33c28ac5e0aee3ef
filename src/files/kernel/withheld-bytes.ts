import type { OnBytes } from '../file-bytes'

/**
 * Tells bytes, of a file that is read from its begin, up to an offset, and keeps those behind it, which were read
 * with them, until they are released: somebody else may tell them.
 */
export function withholdBehind(offset: number, tell: OnBytes) {
  let nTold = 0
  let isReleased = false
  const kept: Uint8Array[] = []
  return {
    onBytes: async (bytes: Uint8Array): Promise<void> => {
      const own = isReleased ? bytes : bytes.subarray(0, Math.max(0, offset - nTold))
      nTold += own.length
      await tell(own)
      if (own.length < bytes.length) kept.push(bytes.slice(own.length))
    },
    release: async (): Promise<void> => {
      isReleased = true
      for (const bytes of kept.splice(0)) await tell(bytes)
    },
  }
}

import type { BundleContract } from '../bundle/bundle'

/** What the thread of bundles offers: the contract, and where values are if not in IndexedDB. */
export type BundleApi = {
  readonly [K in keyof BundleContract]: (
    ...args: [...Parameters<BundleContract[K]>, keeper?: MessagePort]
  ) => ReturnType<BundleContract[K]>
}

/** Parts are folded into one Blob when they are this many bytes: a Blob need not be in memory. */
const foldAt = 1 << 23
/** Longest stretch of work in milliseconds before the thread may tell that it lives. */
const stretch = 200

/** The bytes as a Blob of the browser. */
export async function collectBlob(pieces: AsyncIterable<Uint8Array>): Promise<Blob> {
  let folded = new Blob([])
  let parts: Uint8Array<ArrayBuffer>[] = []
  let nWaiting = 0
  let rested = performance.now()
  for await (const piece of pieces) {
    parts.push(new Uint8Array(piece))
    nWaiting += piece.length
    if (nWaiting >= foldAt) {
      folded = new Blob([folded, ...parts])
      parts = []
      nWaiting = 0
    }
    if (performance.now() - rested < stretch) continue
    await new Promise((resolve) => setTimeout(resolve))
    rested = performance.now()
  }
  return new Blob([folded, ...parts])
}

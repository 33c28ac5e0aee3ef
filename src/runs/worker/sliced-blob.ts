/** Bytes that are asked of the file at once. */
const sliceSize = 2 ** 22

/**
 * The same bytes, read in slices that are each read to their end. A stream of a file that is let go
 * before its end, as those of its ranges are, can leave later streams of other threads without an
 * answer in Chromium, for good.
 */
export class SlicedBlob extends Blob {
  readonly #blob: Blob

  constructor(blob: Blob) {
    super([blob])
    this.#blob = blob
  }

  override slice(start?: number, end?: number): SlicedBlob {
    return new SlicedBlob(this.#blob.slice(start, end))
  }

  override stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
    const blob = this.#blob
    let at = 0
    const read = () => {
      const from = at
      at += sliceSize
      return from < blob.size ? blob.slice(from, at).arrayBuffer() : null
    }
    // The next slice is on its way while the one before it is worked on.
    let ahead = read()
    ahead?.catch(() => undefined)
    return new ReadableStream(
      {
        pull: async (controller) => {
          if (ahead === null) return controller.close()
          const bytes = new Uint8Array(await ahead)
          ahead = read()
          ahead?.catch(() => undefined)
          controller.enqueue(bytes)
        },
      },
      { highWaterMark: 0 },
    )
  }
}

/** A file that is read in pieces of a given size. */
export class ChunkedBlob extends Blob {
  readonly #bytes: Uint8Array<ArrayBuffer>
  readonly #size: number
  constructor(bytes: Uint8Array<ArrayBuffer>, size: number) {
    // The bytes are not copied: many of these are made of one array.
    super([])
    this.#bytes = bytes
    this.#size = size
  }
  override get size(): number {
    return this.#bytes.length
  }
  override slice(start = 0, end = this.#bytes.length): Blob {
    return new ChunkedBlob(this.#bytes.subarray(start, end), this.#size)
  }
  override async arrayBuffer(): Promise<ArrayBuffer> {
    return this.#bytes.slice().buffer
  }
  override stream(): ReturnType<Blob['stream']> {
    let at = 0
    return new ReadableStream({
      pull: (controller) => {
        if (at >= this.#bytes.length) return controller.close()
        controller.enqueue(this.#bytes.slice(at, at + this.#size))
        at += this.#size
      },
    })
  }
}

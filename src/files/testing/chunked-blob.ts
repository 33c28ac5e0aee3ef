type Bytes = Uint8Array<ArrayBuffer>

/**
 * A file that is read in pieces of a given size. No Blob of the platform: to make one, and its
 * stream, takes longer than to read a small file.
 */
export class ChunkedBlob implements Blob {
  readonly type = ''
  readonly #bytes: Bytes
  readonly #size: number
  constructor(bytes: Bytes, size: number) {
    this.#bytes = bytes
    this.#size = size
  }
  get size(): number {
    return this.#bytes.length
  }
  slice(start = 0, end = this.#bytes.length): Blob {
    return new ChunkedBlob(this.#bytes.subarray(start, end), this.#size)
  }
  async bytes(): Promise<Bytes> {
    return this.#bytes.slice()
  }
  async arrayBuffer(): Promise<ArrayBuffer> {
    return this.#bytes.slice().buffer
  }
  async text(): Promise<string> {
    return new TextDecoder().decode(this.#bytes)
  }
  stream(): ReadableStream<Bytes> {
    return new Pieces(this.#bytes, this.#size)
  }
}

class Pieces implements ReadableStream<Bytes> {
  readonly locked = false
  readonly #bytes: Bytes
  readonly #size: number
  constructor(bytes: Bytes, size: number) {
    this.#bytes = bytes
    this.#size = size
  }
  getReader(options: { readonly mode: 'byob' }): ReadableStreamBYOBReader
  getReader(): ReadableStreamDefaultReader<Bytes>
  getReader(options?: {
    readonly mode: 'byob'
  }): ReadableStreamBYOBReader | ReadableStreamDefaultReader<Bytes> {
    if (options?.mode === 'byob') throw gives
    return readerOf(this.#bytes, this.#size)
  }
  async cancel(): Promise<void> {}
  pipeThrough(): never {
    throw gives
  }
  pipeTo(): never {
    throw gives
  }
  tee(): never {
    throw gives
  }
  values(): never {
    throw gives
  }
  [Symbol.asyncIterator](): never {
    throw gives
  }
}

const gives = new TypeError('It gives its own pieces to a plain reader.')

function readerOf(bytes: Bytes, size: number): ReadableStreamDefaultReader<Bytes> {
  let at = 0
  return {
    closed: Promise.resolve(undefined),
    releaseLock: () => undefined,
    cancel: async () => {
      at = bytes.length
    },
    read: async (): Promise<ReadableStreamReadResult<Bytes>> => {
      if (at >= bytes.length) return { done: true, value: undefined }
      const value = bytes.slice(at, at + size)
      at += size
      return { done: false, value }
    },
  }
}

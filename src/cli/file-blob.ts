import { createReadStream, statSync } from 'node:fs'
import { Readable } from 'node:stream'

const chunkBytes = 1 << 20

/**
 * The bytes of a file on disk as a Blob, read when asked for and never held as a whole. Node's own
 * `openAsBlob` is experimental in Node 20 and says so on standard error.
 */
export class FileBlob implements Blob {
  readonly size: number
  readonly type = ''
  readonly #path: string
  readonly #start: number

  constructor(path: string, start = 0, end = statSync(path).size) {
    this.#path = path
    this.#start = start
    this.size = Math.max(0, end - start)
  }

  slice(start = 0, end = this.size): Blob {
    const at = (offset: number) =>
      this.#start + Math.min(this.size, Math.max(0, offset < 0 ? this.size + offset : offset))
    return new FileBlob(this.#path, at(start), at(end))
  }

  stream(): ReturnType<Blob['stream']> {
    if (this.size === 0) return new Blob([]).stream()
    const end = this.#start + this.size - 1
    const range = { start: this.#start, end, highWaterMark: chunkBytes }
    return Readable.toWeb(createReadStream(this.#path, range))
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    return (await this.bytes()).buffer
  }

  async bytes(): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = new Uint8Array(this.size)
    let filled = 0
    for await (const chunk of this.stream()) {
      bytes.set(chunk, filled)
      filled += chunk.byteLength
    }
    return bytes
  }

  async text(): Promise<string> {
    return new TextDecoder().decode(await this.bytes())
  }
}

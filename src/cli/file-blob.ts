import { statSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'

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

  /** A stream of bytes: who brings memory has it filled, with no copy in between. */
  stream(): ReturnType<Blob['stream']> {
    let at = this.#start
    const end = this.#start + this.size
    let file: FileHandle | null = null
    const close = async () => {
      await file?.close()
      file = null
    }
    return new ReadableStream({
      type: 'bytes',
      autoAllocateChunkSize: chunkBytes,
      pull: async (controller) => {
        const { byobRequest } = controller
        const view = byobRequest?.view
        if (!byobRequest || !view) throw new Error('a stream of bytes asks for memory')
        try {
          const length = Math.min(view.byteLength, end - at)
          file ??= await open(this.#path)
          const { bytesRead } = await file.read(viewOf(view), 0, length, at)
          at += bytesRead
          if (bytesRead === 0) {
            await close()
            controller.close()
          }
          byobRequest.respond(bytesRead)
        } catch (error) {
          await close()
          throw error
        }
      },
      cancel: close,
    })
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

function viewOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength)
}

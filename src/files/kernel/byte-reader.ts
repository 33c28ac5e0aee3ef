import { notReadable } from '../failure'
import { hold, letGo } from '../held-readers'

export type ByteReader = {
  /** Reads at most `size` bytes to an index of a buffer; the buffer may come back as a new object. */
  readonly into: (bytes: Uint8Array<ArrayBuffer>, at: number, size: number) => Promise<Filled>
  readonly close: () => Promise<void>
}

export type Filled = {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** How many came; 0 at the end of the file. */
  readonly length: number
}

type Opened = { readonly name: string; readonly blob: Blob; readonly from: number }

/** Reads a file from an offset, straight into the caller's buffer where the platform can. */
export function openByteReader({ name, blob, from }: Opened): ByteReader {
  const failed = (cause: unknown): never => {
    throw notReadable(name, cause)
  }
  const stream = blob.slice(from).stream()
  return readInto(stream, failed) ?? readAndCopy(stream, failed)
}

type Failed = (cause: unknown) => never

/** Null where the stream cannot fill a given buffer. */
function readInto(stream: ReadableStream, failed: Failed): ByteReader | null {
  const reader = byobReader(stream)
  if (reader === null) return null
  return {
    into: async (bytes, at, size) => {
      const { value } = await reader.read(bytes.subarray(at, at + size)).catch(failed)
      if (value === undefined) return failed('the stream was closed')
      return { bytes: new Uint8Array(value.buffer), length: value.length }
    },
    close: () => leave(reader),
  }
}

function byobReader(stream: ReadableStream): ReadableStreamBYOBReader | null {
  try {
    return hold(stream.getReader({ mode: 'byob' }))
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

function readAndCopy(stream: ReadableStream, failed: Failed): ByteReader {
  const reader = hold(stream.getReader())
  let rest: Uint8Array = new Uint8Array()
  return {
    into: async (bytes, at, size) => {
      while (rest.length === 0) {
        const { done, value } = await reader.read().catch(failed)
        if (done || value === undefined) return { bytes, length: 0 }
        rest = value
      }
      const length = Math.min(size, rest.length)
      bytes.set(rest.subarray(0, length), at)
      rest = rest.subarray(length)
      return { bytes, length }
    },
    close: () => leave(reader),
  }
}

async function leave(
  reader: ReadableStreamDefaultReader | ReadableStreamBYOBReader,
): Promise<void> {
  // A stream that already failed cannot be canceled.
  await reader.cancel().catch(() => undefined)
  letGo(reader)
}

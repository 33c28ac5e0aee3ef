import { FileError, notReadable } from './failure'
import type { FileBytes } from './file-bytes'

/** The bytes of a file in order, as its stream cuts them. */
export async function* readBytes(blob: FileBytes, name: string): AsyncGenerator<Uint8Array> {
  const reader = blob.stream().getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((cause: unknown) => {
        throw cause instanceof FileError ? cause : notReadable(name, cause)
      })
      if (done || value === undefined) return
      yield value
    }
  } finally {
    // Leaving early must not keep the file open; a stream that already failed cannot be canceled.
    await reader.cancel().catch(() => undefined)
  }
}

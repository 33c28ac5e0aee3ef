import { FileError, notReadable } from './failure'
import type { FileBytes } from './file-bytes'
import { hold, letGo } from './held-readers'

/** Some platforms give a file that is in memory as one piece: what a piece becomes has to fit. */
const longest = 1 << 18

/** The bytes of a file in order, as its stream cuts them, long pieces cut again. */
export async function* readBytes(blob: FileBytes, name: string): AsyncGenerator<Uint8Array> {
  const reader = hold(blob.stream().getReader())
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((cause: unknown) => {
        throw cause instanceof FileError ? cause : notReadable(name, cause)
      })
      if (done || value === undefined) return
      for (let at = 0; at < value.length; at += longest) yield value.subarray(at, at + longest)
    }
  } finally {
    // Leaving early must not keep the file open; a stream that already failed cannot be canceled.
    await reader.cancel().catch(() => undefined)
    letGo(reader)
  }
}

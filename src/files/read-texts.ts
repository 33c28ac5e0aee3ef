import { around, bytesAround, joinBytes } from './bytes-around'
import { createDecoder, type Decoder } from './decode'
import { EncodingError } from './failure'
import type { FileBytes, OnBytes } from './file-bytes'
import { readBytes } from './read-bytes'

export type TextSource = {
  /** The file's name, for messages. */
  readonly name: string
  readonly encoding: string
  /** Bytes that the encoding does not have: throw, or read as U+FFFD. */
  readonly isStrict: boolean
  /** Called with every piece of bytes as it is read. */
  readonly onBytes?: OnBytes
}

/** More than `around`: the first wrong byte may end a character that an earlier one began. */
const kept = around + 8

/**
 * The text of a file in order, as its stream cuts the bytes; no character is cut.
 * @throws EncodingError where `isStrict` and the bytes are not of the encoding.
 */
export async function* readTexts(blob: FileBytes, source: TextSource): AsyncGenerator<string> {
  const decoder = createDecoder(source.encoding, source.isStrict)
  const pieces = readBytes(blob, source.name)
  let before: Uint8Array = new Uint8Array()
  const decodeStrictly = async (bytes: Uint8Array, decode: Decoder['decode']): Promise<string> => {
    try {
      return decode(bytes)
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      throw new EncodingError(
        await bytesAround(joinBytes([before, bytes]), pieces, source.encoding),
      )
    }
  }
  for await (const bytes of pieces) {
    await source.onBytes?.(bytes)
    yield await decodeStrictly(bytes, decoder.decode)
    if (source.isStrict) before = lastBytes(before, bytes)
  }
  // A character that the file's last bytes only begin.
  yield await decodeStrictly(new Uint8Array(), decoder.end)
}

function lastBytes(before: Uint8Array, bytes: Uint8Array): Uint8Array {
  if (bytes.length >= kept) return bytes
  return joinBytes([before.subarray(Math.max(0, before.length + bytes.length - kept)), bytes])
}

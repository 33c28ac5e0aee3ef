import { widthOf, type RowSource } from '../read-rows'

/** Bytes that hold the head of the text, whatever its characters are. */
const headBytes = 4 * (1 << 16) + 16

/** The number of cells that most rows of a file have, as the general reader tells it. */
export async function readWidth(blob: Blob, source: RowSource): Promise<number> {
  const bytes = new Uint8Array(await blob.slice(0, headBytes).arrayBuffer())
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  // A character that the cut goes through is left out.
  const text =
    decoder.decode(bytes, { stream: true }) + (blob.size > headBytes ? '' : decoder.decode())
  return widthOf(text.replace(/^\ufeff+/, ''), source)
}

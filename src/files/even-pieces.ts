/**
 * Bytes in pieces of one size, the last one shorter, however they come. A piece is only good until
 * the next one is asked for: its memory is filled again.
 */
export async function* evenPieces(
  pieces: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<Uint8Array> {
  const even = new Uint8Array(size)
  let n = 0
  for await (const bytes of pieces) {
    for (let at = 0; at < bytes.length;) {
      const part = bytes.subarray(at, at + size - n)
      even.set(part, n)
      n += part.length
      at += part.length
      if (n < size) continue
      yield even
      n = 0
    }
  }
  if (n > 0) yield even.subarray(0, n)
}

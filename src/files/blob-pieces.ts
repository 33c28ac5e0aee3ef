const pieceSize = 1 << 20

/** The bytes of a file in pieces of one size, so that what is made of them does not vary. */
export async function* blobPieces(blob: Blob): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < blob.size; at += pieceSize)
    yield new Uint8Array(await blob.slice(at, at + pieceSize).arrayBuffer())
}

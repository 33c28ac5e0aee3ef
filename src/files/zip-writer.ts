import { Zip, ZipDeflate } from 'fflate'
import { tooLarge } from './zip-failure'

/** Bytes as they are, or text that is written in UTF-8. */
export type Piece = Uint8Array | string

/** One file to be put into an archive; its pieces are asked for when its turn has come. */
export type ZipSource = {
  readonly name: string
  readonly pieces: () => Iterable<Piece> | AsyncIterable<Piece>
}

/** The archive holds no time: equal files in equal pieces give equal bytes. */
const noTime = new Date(1980, 0, 1)

/** Sizes and offsets of the format have 32 bits. */
const largest = 2 ** 32 - 1

/**
 * A zip archive, deflated piece by piece: neither the files nor the archive are ever held as a
 * whole. The order is the order of the files.
 * @throws {FileError} `zip_too_large` when a file or the archive would pass 4 GB
 */
export async function* writeZip(files: Iterable<ZipSource>): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = []
  let nBytes = 0
  const zip = new Zip((error, bytes) => {
    if (error !== null) throw error
    waiting.push(bytes)
    nBytes += bytes.length
  })
  const encoder = new TextEncoder()
  const take = (): readonly Uint8Array[] => {
    const taken = waiting
    waiting = []
    return taken
  }
  for (const { name, pieces } of files) {
    const file = new ZipDeflate(name, { level: 6 })
    file.mtime = noTime
    zip.add(file)
    let size = 0
    for await (const piece of pieces()) {
      const bytes = typeof piece === 'string' ? encoder.encode(piece) : piece
      size += bytes.length
      if (Math.max(size, nBytes) > largest) throw tooLarge(name)
      file.push(bytes)
      yield* take()
    }
    file.push(new Uint8Array(0), true)
    yield* take()
  }
  zip.end()
  yield* take()
}

import { Gunzip } from 'fflate'
import { createCRC32 } from 'hash-wasm'
import { evenPieces } from './even-pieces'
import { FileError } from './failure'
import type { ByteStream, FileBytes, OnBytes } from './file-bytes'
import { readBytes } from './read-bytes'

/** The first bytes of what a gzip file holds; all of them where `isWhole`. */
export type UnpackedHead = { readonly bytes: Uint8Array<ArrayBuffer>; readonly isWhole: boolean }

export type PackedFile = {
  readonly name: string
  readonly blob: Blob
  /** Called with every piece of the file as it is, packed. */
  readonly onBytes?: OnBytes
}

/** At most `length` bytes of what is inside; the rest is not unpacked. */
export async function unpackHead(file: PackedFile, length: number): Promise<UnpackedHead> {
  const pieces: Uint8Array[] = []
  let n = 0
  let isWhole = true
  for await (const piece of unpack(file)) {
    pieces.push(piece)
    n += piece.length
    if (n <= length) continue
    isWhole = false
    break
  }
  const bytes = new Uint8Array(Math.min(n, length))
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece.subarray(0, bytes.length - at), at)
    at += piece.length
  }
  return { bytes, isWhole }
}

/**
 * What a gzip file holds, as the file that a reader expects: unpacked while it is read, with flat
 * memory. Its size is not known before its end; slices are of the head alone.
 */
export function unpackedFile(file: PackedFile, head: UnpackedHead): FileBytes {
  return {
    size: head.isWhole ? head.bytes.length : Number.MAX_SAFE_INTEGER,
    slice: (start, end) => ({ arrayBuffer: async () => head.bytes.slice(start, end).buffer }),
    stream: () => streamOf(unpack(file)),
  }
}

/** Pieces as a stream that is pulled; whoever leaves early ends them. */
function streamOf(pieces: AsyncGenerator<Uint8Array>): ByteStream {
  return {
    getReader: () => ({
      read: async () => {
        const { done, value } = await pieces.next()
        return done === true ? { done: true } : { done: false, value }
      },
      cancel: async () => {
        await pieces.return(undefined)
      },
    }),
  }
}

/** Bytes at the end of each member: its checksum and its length. */
const trailerSize = 8
/** So many packed bytes at a time; a thousandfold of them is still small. */
const pieceSize = 1 << 14

/**
 * Every member of the file, unpacked piece by piece, each checked against its checksum.
 * @throws FileError where the data end early or are damaged, with how much could be read
 */
async function* unpack(file: PackedFile): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const { name, blob } = file
  const crc = await createCRC32()
  let pieces: Uint8Array<ArrayBuffer>[] = []
  let expected: { readonly at: number; readonly sum: string; readonly size: number }[] = []
  let nMember = 0
  let nRead = 0
  let nDone = 0
  const endMember = (at: number): void => {
    expected.push({ at, sum: crc.digest('hex'), size: nMember })
    crc.init()
    nMember = 0
  }
  crc.init()
  const gunzip = new Gunzip((bytes) => {
    if (bytes.length === 0) return
    crc.update(bytes)
    nMember += bytes.length
    nDone += bytes.length
    pieces.push(new Uint8Array(bytes))
  })
  gunzip.onmember = endMember
  const push = (bytes: Uint8Array, isLast: boolean): void => {
    try {
      gunzip.push(new Uint8Array(bytes), isLast)
    } catch (cause) {
      throw gzipDamaged(name, { cause, isCutOff: isLast, nRead, nDone })
    }
  }
  const check = async (): Promise<void> => {
    for (const member of expected) {
      if (!(await hasTrailer(blob, member))) {
        throw gzipDamaged(name, {
          cause: 'wrong checksum',
          isCutOff: false,
          nRead: member.at,
          nDone,
        })
      }
    }
    expected = []
  }
  // Even pieces: how far a damaged file can be read must not depend on how its bytes come.
  for await (const piece of evenPieces(toldBytes(file), pieceSize)) {
    nRead += piece.length
    push(piece, false)
    await check()
    yield* pieces
    pieces = []
  }
  push(new Uint8Array(), true)
  endMember(nRead)
  await check()
  yield* pieces
}

async function* toldBytes({ name, blob, onBytes }: PackedFile): AsyncGenerator<Uint8Array> {
  for await (const bytes of readBytes(blob, name)) {
    await onBytes?.(bytes)
    yield bytes
  }
}

/** Whether the member that ends before `at` has the checksum and the length that it says. */
async function hasTrailer(
  blob: Blob,
  { at, sum, size }: { readonly at: number; readonly sum: string; readonly size: number },
): Promise<boolean> {
  const trailer = new DataView(await blob.slice(at - trailerSize, at).arrayBuffer())
  if (trailer.byteLength < trailerSize) return false
  const isSame = trailer.getUint32(0, true).toString(16).padStart(8, '0') === sum
  return isSame && trailer.getUint32(4, true) === size % 2 ** 32
}

function gzipDamaged(
  name: string,
  found: {
    readonly cause: unknown
    readonly isCutOff: boolean
    readonly nRead: number
    readonly nDone: number
  },
): FileError {
  const { cause, isCutOff, nRead, nDone } = found
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new FileError({
    code: isCutOff ? 'gzip_cut_off' : 'gzip_damaged',
    message: isCutOff
      ? `${name}: the gzip file ends early, after ${nRead} bytes; ${nDone} bytes of text could be unpacked.`
      : `${name}: the gzip file is damaged before byte ${nRead} (${reason}); ${nDone} bytes of text could be unpacked.`,
    path: name,
    hint: 'Download or copy it again; `gzip -t` tells whether a copy is whole.',
  })
}

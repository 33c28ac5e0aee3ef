/** The running digest of the bytes of a file, which come in pieces. */
export type ByteHash = {
  /** Done when the next bytes may come; these are used no longer once it has returned. */
  readonly update: (bytes: Uint8Array) => Promise<void>
  /** Digests of whole pieces, hashed elsewhere, that follow the bytes so far: whole pieces as well. */
  readonly add: (digests: readonly Uint8Array[]) => void
  /** Nothing is added after it. */
  readonly digest: () => Promise<string>
}

/** Begins a SHA-256. One that was begun before is not used any more, but for a digest on its way. */
export type OpenHash = () => {
  readonly update: (bytes: Uint8Array) => void
  readonly digest: () => Uint8Array | Promise<Uint8Array>
}

/** Up to so many bytes the digest of a file is the SHA-256 of its bytes. */
export const maxWhole = 2 ** 25
/**
 * A larger file is cut into pieces of so many. Larger ones take nearly twice as long in Chromium, whose copy of
 * what it hashes is memory that is new each time.
 */
export const pieceBytes = 2 ** 19
/** So many pieces are on their way at most. */
const mostOnTheirWay = 4

/**
 * The digest of a file of `size` bytes: the SHA-256 of its bytes, in hex. Of a file above `maxWhole`
 * it is the SHA-256 of the SHA-256 of its pieces, with `-` and their count behind it, as object stores
 * write such a composite checksum: pieces can be hashed beside other work, and by calls that take whole
 * pieces only.
 */
export function createFileHash(
  size: number,
  { open, openPiece = open }: { readonly open: OpenHash; readonly openPiece?: OpenHash },
): ByteHash {
  return size > maxWhole ? ofPieces(openPiece) : ofWhole(open)
}

function ofWhole(open: OpenHash): ByteHash {
  const whole = open()
  return {
    update: async (bytes) => whole.update(bytes),
    add: () => {
      throw new RangeError(`a file of at most ${maxWhole} bytes has no pieces`)
    },
    digest: async () => hexOf(await whole.digest()),
  }
}

function ofPieces(open: OpenHash): ByteHash {
  const pieces = createPieceHash(open)
  return {
    ...pieces,
    digest: async () => {
      const digests = await pieces.read()
      const root = open()
      for (const digest of digests) root.update(digest)
      return `${hexOf(await root.digest())}-${digests.length}`
    },
  }
}

/** Hashes pieces of a file, from the begin of one of them on. */
export type PieceHash = Pick<ByteHash, 'update' | 'add'> & {
  /** The digest of each piece. Nothing is added after it. */
  readonly read: () => Promise<readonly Uint8Array[]>
}

export function createPieceHash(open: OpenHash): PieceHash {
  const digests: Promise<Uint8Array>[] = []
  let piece = open()
  let room = pieceBytes
  const endPiece = (): void => {
    const digest = Promise.resolve(piece.digest())
    // Told where it is waited for, which may be later.
    digest.catch(() => undefined)
    digests.push(digest)
    piece = open()
    room = pieceBytes
  }
  return {
    update: async (bytes) => {
      let rest = bytes
      while (rest.length >= room) {
        piece.update(rest.subarray(0, room))
        rest = rest.subarray(room)
        await digests.at(-mostOnTheirWay)
        endPiece()
      }
      piece.update(rest)
      room -= rest.length
    },
    add: (next) => {
      if (room < pieceBytes) throw new RangeError('a piece is not at its end')
      for (const digest of next) digests.push(Promise.resolve(digest))
    },
    read: () => {
      if (room < pieceBytes) endPiece()
      return Promise.all(digests)
    },
  }
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** So many bytes on either side of a wrong one tell what encoding it may be of. */
export const around = 1 << 15

/**
 * The bytes around the first one that is not of an encoding, the same however the file is cut.
 * @param seen bytes up to the failure, the wrong one among them; those before it enough, if there are
 * @param rest what follows in the file
 */
export async function bytesAround(
  seen: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
  encoding: string,
): Promise<Uint8Array> {
  const at = firstWrong(seen, encoding)
  const pieces = [seen.subarray(Math.max(0, at - around))]
  let missing = at + around - seen.length
  while (missing > 0) {
    const { done, value } = await rest.next()
    if (done === true) break
    pieces.push(value)
    missing -= value.length
  }
  return joinBytes(pieces).subarray(0, around + Math.min(at, around))
}

/** The length of the longest head that can be decoded. */
function firstWrong(bytes: Uint8Array, encoding: string): number {
  // The first character may be cut.
  const start = bytes.subarray(0, 3).findIndex((byte) => byte < 0x80 || byte > 0xbf)
  let least = Math.max(0, start)
  let most = bytes.length
  const from = least
  while (least < most) {
    const middle = (least + most + 1) >> 1
    if (canDecode(bytes.subarray(from, middle), encoding)) least = middle
    else most = middle - 1
  }
  return least
}

function canDecode(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

export function joinBytes(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(pieces.reduce((n, { length }) => n + length, 0))
  let at = 0
  for (const piece of pieces) {
    joined.set(piece, at)
    at += piece.length
  }
  return joined
}

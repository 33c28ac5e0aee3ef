/** Longest name of a part; a file name of three parts and an ending stays under 255 bytes. */
const longest = 72

/** Names that Windows keeps for devices, with any ending. */
const reserved = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/i

/**
 * A text as one part of a file name: percent-encoded as UTF-8 except letters, digits, `_` and `-`
 * of ASCII, so that no two texts share a name and every file system takes it. A name that is kept
 * for a device, or that begins with `-` as the options of commands do, has its first sign encoded
 * too; a long one ends in a digest of the whole text. The empty text is `%`.
 */
export function safeName(text: string): string {
  if (text === '') return '%'
  const bytes = new TextEncoder().encode(text)
  const isKept = reserved.test(text) || text.startsWith('-')
  const signs = Array.from(bytes, (byte, i) => encodeByte(byte, isKept && i === 0))
  const name = signs.join('')
  return name.length <= longest ? name : `${startOf(signs)}%${digestOf(bytes)}`
}

/** As many whole signs as leave room for the digest. */
function startOf(signs: readonly string[]): string {
  let start = ''
  for (const sign of signs) {
    if (start.length + sign.length > longest - 17) break
    start += sign
  }
  return start
}

function encodeByte(byte: number, isKept: boolean): string {
  const sign = String.fromCharCode(byte)
  if (!isKept && /[A-Za-z0-9_-]/.test(sign)) return sign
  return `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
}

/** FNV-1a over 64 bits, 16 digits. */
function digestOf(bytes: Uint8Array): string {
  let hash = 0xcbf29ce484222325n
  for (const byte of bytes) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n)
  return hash.toString(16).toUpperCase().padStart(16, '0')
}

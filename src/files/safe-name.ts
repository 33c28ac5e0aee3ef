/**
 * A text as one part of a file name: percent-encoded as UTF-8 except letters, digits, `_` and `-`
 * of ASCII, so that no two texts share a name and every file system takes it.
 */
export function safeName(text: string): string {
  const bytes = new TextEncoder().encode(text)
  return Array.from(bytes, encodeByte).join('')
}

function encodeByte(byte: number): string {
  const sign = String.fromCharCode(byte)
  return /[A-Za-z0-9_-]/.test(sign) ? sign : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
}

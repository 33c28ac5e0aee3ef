/** A 32-bit hash of a text by its code units (FNV-1a from a start of one's own). */
export function hashText(text: string, start: number): number {
  let hash = start
  for (let i = 0; i < text.length; i++) hash = mixHash(hash, text.charCodeAt(i))
  return mixHash(hash, text.length)
}

/** One more value into a running hash: the order counts. */
export function mixHash(hash: number, value: number): number {
  const mixed = Math.imul(hash ^ value, 0x01000193)
  return (mixed ^ (mixed >>> 15)) >>> 0
}

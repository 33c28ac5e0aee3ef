/** Readers of words may look so many bytes behind the last cell. */
export const wordPadding = 8

/** The first four bytes as one number, zeros behind a shorter text. */
export function firstWord(view: DataView, start: number, length: number): number {
  const word = view.getInt32(start, true)
  return length >= 4 ? word : word & ((1 << (8 * length)) - 1)
}

/** Bytes five to eight of a text of at most eight. */
export function secondWord(view: DataView, start: number, length: number): number {
  if (length <= 4) return 0
  const word = view.getInt32(start + 4, true)
  return length >= 8 ? word : word & ((1 << (8 * (length - 4))) - 1)
}

/** Whether two texts of one length in the same bytes are equal. What differs mostly does at the end. */
export function isSameText(view: DataView, a: number, b: number, length: number): boolean {
  if (length < 4) return firstWord(view, a, length) === firstWord(view, b, length)
  const last = length - 4
  if (view.getInt32(a + last, true) !== view.getInt32(b + last, true)) return false
  for (let i = 0; i < last; i += 4)
    if (view.getInt32(a + i, true) !== view.getInt32(b + i, true)) return false
  return true
}

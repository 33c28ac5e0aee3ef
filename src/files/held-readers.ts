/**
 * The readers of streams that are in use. Chromium collects the stream of a file as garbage where
 * nothing but a read that waits for its bytes knows it, and they never come.
 */
const held = new Set<object>()

export function hold<R extends object>(reader: R): R {
  held.add(reader)
  return reader
}

export function letGo(reader: object): void {
  held.delete(reader)
}

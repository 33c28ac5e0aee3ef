/** The same array where it is long enough, else a longer one, zeros behind. */
export function growInts(array: Int32Array, length: number): Int32Array {
  if (length <= array.length) return array
  const longer = new Int32Array(roomFor(length))
  longer.set(array)
  return longer
}

export function growFloats(array: Float64Array, length: number): Float64Array {
  if (length <= array.length) return array
  const longer = new Float64Array(roomFor(length))
  longer.set(array)
  return longer
}

/** Doubled while it is small; by half where twice would be much memory for little. */
function roomFor(length: number): number {
  return length < 2 ** 16 ? 2 ** Math.ceil(Math.log2(Math.max(16, length))) : length + (length >> 1)
}

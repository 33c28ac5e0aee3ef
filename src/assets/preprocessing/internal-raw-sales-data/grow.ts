/** The same array where it has that index, else a copy with twice the room, zeros beyond. */
export function growFloats(array: Float64Array, index: number): Float64Array {
  if (index < array.length) return array
  const larger = new Float64Array(roomFor(index))
  larger.set(array)
  return larger
}

/** The same of whole numbers. */
export function growInts(array: Int32Array, index: number): Int32Array {
  if (index < array.length) return array
  const larger = new Int32Array(roomFor(index))
  larger.set(array)
  return larger
}

function roomFor(index: number): number {
  let room = 16
  while (room <= index) room *= 2
  return room
}

/** The bytes of a text of at most eight as one number, zeros behind. */
export function wordOf(at: usize, length: i32): u64 {
  const word = load<u64>(at)
  return length === 8 ? word : word & (((<u64>1) << (8 * length)) - 1)
}

/** Whether two texts of one length are equal. What differs mostly does at the end. */
export function isSameText(a: usize, b: usize, length: i32): bool {
  if (length <= 8) return wordOf(a, length) === wordOf(b, length)
  const last: i32 = length - 8
  if (load<u64>(a + last) !== load<u64>(b + last)) return false
  for (let i: i32 = 0; i < last; i += 8) if (load<u64>(a + i) !== load<u64>(b + i)) return false
  return true
}

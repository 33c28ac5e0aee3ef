/** Whether two texts of one length of at most eight are equal, without a branch. */
export function isSameShort(a: usize, b: usize, length: i32): bool {
  const differing = load<u64>(a) ^ load<u64>(b)
  // A shift by 64 is none.
  return <bool>(<i32>(differing << (64 - 8 * <u64>length) === 0) | <i32>(length === 0))
}

/** Whether two texts of one length beyond eight are equal. What differs mostly does at the end. */
export function isSameText(a: usize, b: usize, length: i32): bool {
  const last: i32 = length - 8
  if (load<u64>(a + last) !== load<u64>(b + last)) return false
  for (let i: i32 = 0; i < last; i += 8) if (load<u64>(a + i) !== load<u64>(b + i)) return false
  return true
}

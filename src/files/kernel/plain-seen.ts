/**
 * Which plain numbers a column has had, a bit each: for every sign and count of decimals the digits as
 * one integer. Far smaller than a table of their texts, so that it stays in the cache.
 */
export type PlainSeen = { readonly sets: Uint8Array[] }

const maxDecimals = 6
/** Digits of larger numbers are kept as texts. */
const maxLength = 7
const nKinds = 16
/** Sets of negative numbers come behind the others. */
const negative = 8
export const nSets = nKinds

export function createPlainSeen(): PlainSeen {
  return { sets: Array.from({ length: nSets }, () => new Uint8Array(32)) }
}

const minus = 45
const point = 46
const zero = 48
const nine = 57

/**
 * The digits and the set of a number, as `digits x 16 + set`; -1 for what is not written plainly, or
 * not the only way: 007, or three decimals, which may be a group.
 */
export function plainKey(bytes: Uint8Array, start: number, end: number): number {
  const first = bytes[start] === minus ? start + 1 : start
  if (end === first || end - first > maxLength + 1) return -1
  let digits = 0
  let pointAt = -1
  for (let at = first; at < end; at++) {
    const byte = bytes[at]
    if (byte >= zero && byte <= nine) digits = 10 * digits + (byte - zero)
    else if (byte === point && pointAt === -1) pointAt = at
    else return -1
  }
  const whole = pointAt === -1 ? end - first : pointAt - first
  const nDecimals = pointAt === -1 ? 0 : end - 1 - pointAt
  if (whole === 0 || (whole > 1 && bytes[first] === zero) || whole + nDecimals > maxLength)
    return -1
  if (pointAt !== -1 && (nDecimals === 0 || nDecimals === 3 || nDecimals > maxDecimals)) return -1
  return digits * nKinds + nDecimals + (first === start ? 0 : negative)
}

export function setOf(key: number): number {
  return key & (nKinds - 1)
}

export function decimalsOf(set: number): number {
  return set & (negative - 1)
}

export function valueOf(key: number): number {
  const set = setOf(key)
  const value = (key - set) / nKinds / tens[decimalsOf(set)]
  return set < negative ? value : 0 - value
}

const tens = Float64Array.of(1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6)

/** True where the number was seen before; else takes note of it. */
export function wasSeen(seen: PlainSeen, key: number): boolean {
  const bits = seen.sets[key & (nKinds - 1)]
  const at = key >> 7
  if (at < bits.length && (bits[at] & (1 << ((key >> 4) & 7))) !== 0) return true
  takeNote(seen, key)
  return false
}

function takeNote({ sets }: PlainSeen, key: number): void {
  const set = setOf(key)
  const bits = sets[set]
  const at = key >> 7
  if (at >= bits.length) {
    sets[set] = new Uint8Array(2 ** Math.ceil(Math.log2(at + 1)))
    sets[set].set(bits)
  }
  sets[set][at] |= 1 << ((key >> 4) & 7)
}

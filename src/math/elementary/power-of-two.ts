const bits = new DataView(new ArrayBuffer(8))

/** Exponent of a finite number that is not 0: floor(log2(|x|)), exact. */
export function exponentOf(x: number): number {
  const isDenormal = Math.abs(x) < smallestNormal
  bits.setFloat64(0, isDenormal ? x * twoTo54 : x)
  const exponent = (bits.getInt32(0) >>> 20) & 0x7ff
  return exponent - 1023 - (isDenormal ? 54 : 0)
}

/** x 2^k for any k, rounded once: also where the result is denormal. */
export function scaleByPowerOfTwo(x: number, k: number): number {
  if (k > 1023) return x * powerOfTwo(Math.min(k - 1023, 1023)) * powerOfTwo(1023)
  if (k >= -1022) return x * powerOfTwo(k)
  return x * powerOfTwo(Math.max(k + 200, -1022)) * powerOfTwo(-200)
}

function powerOfTwo(k: number): number {
  bits.setInt32(0, (k + 1023) << 20)
  bits.setInt32(4, 0)
  return bits.getFloat64(0)
}

const smallestNormal = 2.2250738585072014e-308
const twoTo54 = 18014398509481984

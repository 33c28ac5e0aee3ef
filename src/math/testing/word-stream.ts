/** Random numbers that another language draws alike: 32-bit words (mulberry32). */
export type Words = {
  /** In [0, 1), a multiple of 2^-32. */
  readonly unit: () => number
  /** A whole number in 0 .. n - 1. */
  readonly below: (n: number) => number
}

export function wordStream(seed: number): Words {
  let state = seed | 0
  const word = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return (t ^ (t >>> 14)) >>> 0
  }
  return { unit: () => word() / 2 ** 32, below: (n) => word() % n }
}

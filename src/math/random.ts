import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus'

/** A source of random numbers: it holds its own state and nothing else changes it. */
export type Random = {
  /** Uniform in [0, 1), a multiple of 2^-53. */
  readonly next: () => number
  /** A uniform integer in 0 .. n - 1. */
  readonly nextInt: (n: number) => number
}

/**
 * The random numbers of one `randomState` and one `stream` (xoroshiro128+). The same pair always
 * gives the same numbers; two streams of one state are independent, so that a restart or a tree
 * draws the same numbers whatever is computed before it, or beside it.
 */
export function createRandom(randomState: number, stream = 0): Random {
  const generator = xoroshiro128plusFromState(stateOf(randomState, stream))
  return {
    next: () => uniformFloat64(generator),
    nextInt: (n) => uniformInt(generator, 0, n - 1),
  }
}

/**
 * Four well mixed words. Plain seeding leaves neighbouring seeds alike for their first numbers, and
 * jumping ahead costs as many jumps as the stream's number.
 */
function stateOf(randomState: number, stream: number): readonly number[] {
  const words = [...wordsOf(randomState), ...wordsOf(stream)]
  let hash = 0x9e3779b9 | 0
  for (const word of words) hash = mix(hash ^ word)
  const state: number[] = []
  for (let i = 0; i < 4; i++) {
    hash = (hash + 0x9e3779b9) | 0
    state.push(mix(hash ^ words[i]))
  }
  // The generator never leaves the all-zero state.
  return state.some((word) => word !== 0) ? state : [1, 0, 0, 0]
}

/** The 64 bits of a double as two words: every number, also a negative one, is its own state. */
function wordsOf(value: number): readonly [number, number] {
  const view = new DataView(new ArrayBuffer(8))
  // Adding 0 makes -0 the same as 0.
  view.setFloat64(0, value + 0)
  return [view.getInt32(0), view.getInt32(4)]
}

/** The finalizer of MurmurHash3 (Appleby 2011): each bit of the input changes half of the output. */
function mix(word: number): number {
  let h = word
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}

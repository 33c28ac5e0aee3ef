/**
 * Numbers in [0, 1) that look random and are the same everywhere: 32 bits, multiplied and added.
 * @param {number} seed
 * @returns {() => number}
 */
export function createNoise(seed) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/**
 * What chance is made of: each gives the same bits on every engine.
 * @typedef {object} Chance
 * @property {typeof import('../../src/math/random').createRandom} createRandom
 * @property {typeof import('../../src/math/elementary/exp').exp} exp
 * @property {typeof import('../../src/math/elementary/log').log} log
 * @property {typeof import('../../src/math/elementary/sin-cos').cos} cos
 */

/**
 * @typedef {object} Draw
 * @property {(least: number, most: number) => number} between
 * @property {(least: number, most: number) => number} integer both bounds are among them
 * @property {(least: number, most: number) => number} scale with the same chance for each size
 * @property {() => number} normal
 * @property {(power: number) => number} exp
 * @property {(spread: number) => number} factor around 1, its logarithm normal
 * @property {(share: number) => boolean} happens
 */

/**
 * @param {Chance} chance
 * @param {number} seed
 * @returns {Draw}
 */
export function createDraw({ createRandom, exp, log, cos }, seed) {
  const { next, nextInt } = createRandom(seed)
  const between = (/** @type {number} */ least, /** @type {number} */ most) =>
    least + (most - least) * next()
  const normal = () => Math.sqrt(-2 * log(1 - next())) * cos(2 * Math.PI * next())
  return {
    between,
    integer: (least, most) => least + nextInt(most - least + 1),
    scale: (least, most) => exp(between(log(least), log(most))),
    normal,
    exp,
    factor: (spread) => exp(spread * normal()),
    happens: (share) => next() < share,
  }
}

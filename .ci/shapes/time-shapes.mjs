import { builtModules } from '../built-modules.mjs'
import { quantileOf } from '../bench/figures.mjs'

/** @typedef {import('../../src/files/testing/shapes/made-shapes').Shape} Shape */

const sizes = [1, 10, 100]
const most = 12
/** Less than so many ms are start-up and noise. */
const leastMs = 50
const rounds = 3

/**
 * Reads shapes that are made to be slow at 1, 10 and 100 MB, and tells how the time grows.
 * @param {RegExp | null} only shapes whose name matches
 * @returns {Promise<boolean>} whether 10 times the size never takes more than 12 times as long
 */
export async function timeShapes(only) {
  const modules = await builtModules({
    name: 'shapes-code',
    paths: {
      madeShapes: 'files/testing/shapes/made-shapes',
      timeShape: 'files/testing/shapes/time-shape',
    },
    listedIn: '.ci/shapes/time-shapes.mjs',
  })
  /** @type {typeof import('../../src/files/testing/shapes/made-shapes')} */
  const { madeShapes } = await import(modules.get('madeShapes') ?? '')
  /** @type {typeof import('../../src/files/testing/shapes/time-shape')} */
  const { timeShape } = await import(modules.get('timeShape') ?? '')
  const shapes = madeShapes.filter(({ name }) => only === null || only.test(name))
  let nSlow = 0
  let worst = 0
  for (const shape of shapes) {
    /** @type {number[]} */
    const times = []
    let outcome = ''
    for (const size of sizes) {
      const before = Math.max(leastMs, times.at(-1) ?? Infinity)
      /** @type {{ readonly ms: number, readonly outcome: string }[]} */
      const timed = []
      const time = async () => timed.push(await timeShape(shape, size * 1_000_000))
      for (let round = 0; round < (size < 100 ? rounds : 1); round++) await time()
      // Other work on the machine slows memory down: what seems slow is measured twice more.
      if ((timed[0]?.ms ?? 0) > most * before) await time().then(time)
      times.push(
        quantileOf(
          timed.map(({ ms }) => ms),
          0.5,
        ),
      )
      outcome = timed[0]?.outcome ?? ''
    }
    const ratios = times.slice(1).map((ms, i) => ms / Math.max(leastMs, times[i] ?? 0))
    const isSlow = ratios.some((ratio) => ratio > most)
    if (isSlow) nSlow++
    worst = ratios.reduce((a, b) => Math.max(a, b), worst)
    const told = times.map((ms) => `${Math.round(ms)} ms`).join(', ')
    const growth = ratios.map((ratio) => ratio.toFixed(1)).join(' and ')
    console.log(`${isSlow ? 'SLOW' : 'ok  '} ${shape.name}: ${told}; x ${growth}; ${outcome}`)
  }
  console.log(
    `shapes: ${shapes.length} at ${sizes.join(', ')} MB, ${nSlow} grow by more than ${most} for 10 times the size, ` +
      `at most ${worst.toFixed(1)}`,
  )
  return nSlow === 0
}

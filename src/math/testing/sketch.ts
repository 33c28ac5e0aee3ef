import { wordStream } from './word-stream'

/** Length, number of NaN, largest absolute value, then sums under weights in -1 .. 1. */
export type Sketch = readonly number[]

const nProjections = 3

/** A few numbers that stand for a vector: `.ci/references/sketch.py` makes the same of theirs. */
export function sketch(values: ArrayLike<number>): Sketch {
  const known = Float64Array.from(values, (value) => (Number.isNaN(value) ? 0 : value))
  const nMissing = Array.from(values).filter(Number.isNaN).length
  const largest = known.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const sums = Array.from({ length: nProjections }, (_, projection) => {
    const { unit } = wordStream(7 + projection)
    return known.reduce((sum, value) => sum + (unit() * 2 - 1) * value, 0)
  })
  return [known.length, nMissing, largest, ...sums]
}

/**
 * How far two sketches are apart, as a share of the largest value; Infinity where lengths or missing
 * cells differ. The sums are under random weights, so a difference of one cell shows in them.
 */
export function relativeError(ours: Sketch, theirs: Sketch): number {
  if (ours[0] !== theirs[0] || ours[1] !== theirs[1]) return Infinity
  const size = Math.max(theirs[2], Number.MIN_VALUE)
  return ours.slice(2).reduce((worst, value, i) => {
    const error = Math.abs(value - theirs[i + 2])
    return Number.isNaN(error) ? Infinity : Math.max(worst, error / size)
  }, 0)
}

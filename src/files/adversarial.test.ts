import { describe, expect, it } from 'vitest'
import { madeShapes } from './testing/shapes/made-shapes'
import { timeShape } from './testing/shapes/time-shape'

/**
 * Ten times the size takes ten times as long where time grows with it, and a hundred times where it
 * grows with its square: halfway between nothing but noise is lost. `npm run shapes` measures.
 */
const most = 32
/** Less than so many ms are start-up. */
const leastMs = 50

describe('a file made to be slow', () => {
  it.each(madeShapes)(
    'F-75 ends as a table or a named failure, in a time that grows with it: $name',
    async (shape) => {
      const small = await timeShape(shape, 100_000)
      const large = await timeShape(shape, 1_000_000)
      expect(large.ms).toBeLessThan(most * Math.max(small.ms, leastMs))
    },
    120_000,
  )
})

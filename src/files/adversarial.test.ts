import { describe, expect, it } from 'vitest'
import { madeShapes } from './testing/shapes/made-shapes'
import { timeShape } from './testing/shapes/time-shape'

/** How its time grows is measured by `npm run shapes`, never here. */
describe('a file made to be slow', () => {
  it.each(madeShapes)(
    'F-75 ends as a table with all its rows, or as a named failure: $name',
    async (shape) => {
      const { outcome } = await timeShape(shape, 300_000)
      expect(outcome).toMatch(/^(?:\d+ rows|[a-z_]+)$/)
    },
    120_000,
  )
})

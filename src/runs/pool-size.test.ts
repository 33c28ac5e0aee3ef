import { expect, test } from 'vitest'
import { poolSize } from './pool-size'

test('poolSize(cores) leaves a core to the page and is 2 to 4', () => {
  expect([1, 2, 3, 4, 5, 16].map(poolSize)).toEqual([2, 2, 2, 3, 4, 4])
})

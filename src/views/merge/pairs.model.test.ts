import { expect, test } from 'vitest'
import { headsOf } from './pairs.model'

test('heads of the crosstab are the ids there are; internal ones have the colour of their id', () => {
  const names = new Map([['7', 'Late night']])
  expect(headsOf(Int32Array.of(3, 7), names, true)).toEqual([
    { label: '3', name: '', colorIndex: 2 },
    { label: '7', name: 'Late night', colorIndex: 6 },
  ])
  expect(headsOf(Int32Array.of(3), names, false)[0]?.colorIndex).toBeNull()
})

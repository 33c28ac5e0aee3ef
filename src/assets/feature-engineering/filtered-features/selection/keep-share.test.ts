import { describe, expect, it } from 'vitest'
import { byImportance, cumulativeShares, keepShare } from './keep-share'

const importance = Float64Array.of(0.1, 0.5, -0.02, 0.3, 0.1, 0)
const kept = (share: number, must: readonly number[] = []) =>
  [...keepShare(importance, share, (place) => must.includes(place))].sort((a, b) => a - b)

describe('keepShare(importance, share, mustKeep)', () => {
  it('keeps the fewest that hold the share, most important first', () => {
    expect(kept(0.8)).toEqual([1, 3])
    expect(kept(0.81)).toEqual([0, 1, 3])
    expect(kept(0.95)).toEqual([0, 1, 3, 4])
  })

  it('keeps one at least, and at most those that tell something', () => {
    expect(kept(0)).toEqual([1])
    expect(kept(1)).toEqual([0, 1, 3, 4])
  })

  it('keeps what must be kept, whatever it tells', () => {
    expect(kept(0.5, [2, 5])).toEqual([1, 2, 5])
  })

  it('keeps all where nothing tells anything', () => {
    expect(keepShare(Float64Array.of(0, -1), 0.8, () => false)).toEqual(new Set([0, 1]))
    expect(keepShare(new Float64Array(0), 0.8, () => false)).toEqual(new Set())
  })
})

it('shares add up to 1 in the order of importance, what is below 0 adds nothing', () => {
  const order = byImportance(importance)
  expect(order).toEqual([1, 3, 0, 4, 5, 2])
  expect([...cumulativeShares(importance, order)].map((x) => Number(x.toFixed(9)))).toEqual([
    0.5, 0.8, 0.9, 1, 1, 1,
  ])
})

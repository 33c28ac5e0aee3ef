import { describe, expect, test } from 'vitest'
import { shuffledOrder } from './scatter-order'

describe('shuffledOrder(n)', () => {
  test('holds every place once, in the same order each time', () => {
    const order = shuffledOrder(500)
    expect([...order].toSorted((a, b) => a - b)).toEqual(Array.from({ length: 500 }, (_, i) => i))
    expect(shuffledOrder(500)).toEqual(order)
    expect([...order].slice(0, 20)).not.toEqual(Array.from({ length: 20 }, (_, i) => i))
  })

  test('of nothing and of one is itself', () => {
    expect([...shuffledOrder(0)]).toEqual([])
    expect([...shuffledOrder(1)]).toEqual([0])
  })
})

import { expect, test } from 'vitest'
import { makeChain } from './made-chain.mjs'

const size = { nCategories: 3, nStores: 10 }

test('the chain is the same text each time', () => {
  expect(makeChain(size)).toEqual(makeChain(size))
})

test('every product of the sales is in the map, and every store in the market data', () => {
  const [sales = [], map = [], market = []] = makeChain(size).map(({ text }) =>
    text
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',')),
  )
  expect(new Set(sales.map(([product]) => product))).toEqual(new Set(map.map(([id]) => id)))
  expect(new Set(sales.map(([, store]) => store))).toEqual(new Set(market.map(([id]) => id)))
  expect(new Set(sales.map(([, , category]) => category)).size).toBe(size.nCategories)
})

import { expect, test } from 'vitest'
import { productOffers } from './product-offers'

test('says how many more products each rule would match', () => {
  const offers = productOffers(['0100', '0200', 'a', 'x'], ['100', '200', 'A'], [])
  expect(offers.map(({ rule, nAdded }) => [rule, nAdded])).toEqual([
    ['case', 1],
    ['leading_zeros', 2],
    ['all', 3],
  ])
  expect(offers[1]?.examples).toEqual([
    { left: '0100', right: '100' },
    { left: '0200', right: '200' },
  ])
})

test('several spellings of the sales may be one product of the map', () => {
  const [offer] = productOffers(['0100', '100', '00100'], ['100'], [])
  expect(offer).toMatchObject({ rule: 'leading_zeros', nAdded: 2 })
})

test('offers nothing where a rule cannot tell the products apart, is in use, or all are found', () => {
  expect(productOffers(['0100'], ['100', '00100'], [])).toEqual([])
  expect(productOffers(['0100'], ['100'], ['leading_zeros'])).toEqual([])
  expect(productOffers(['100'], ['100'], [])).toEqual([])
  expect(productOffers(['100'], [], [])).toEqual([])
})

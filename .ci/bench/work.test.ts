import { expect, test } from 'vitest'
import { assertSame, selectWorks, timeOf } from './work.mjs'

const work = (name: string, reference: string | null = null) => ({
  name,
  reference,
  make: () => () => undefined,
})
const works = [work('plan, from nothing'), work('plan, again', 'plan, from nothing'), work('PCA')]
const namesOf = (only: RegExp | null) => selectWorks(works, only).map(({ name }) => name)

test('what a chosen work is a multiple of is measured with it', () => {
  expect(namesOf(/again/)).toEqual(['plan, from nothing', 'plan, again'])
  expect(namesOf(/PCA/)).toEqual(['PCA'])
  expect(namesOf(null)).toHaveLength(3)
})

test('a work that ends at once is timed over many times', async () => {
  let nTimes = 0
  const ms = await timeOf(() => nTimes++)
  expect(nTimes).toBeGreaterThan(10)
  expect(ms).toBeLessThan(40)
})

test('works that give different answers are not compared', () => {
  expect(() => assertSame('Two ways', false)).toThrow('Two ways')
})

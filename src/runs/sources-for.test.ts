import { expect, test } from 'vitest'
import { externalFeaturesData } from '../assets/preprocessing/external-features-data/spec'
import type { Source } from './contract'
import { sortedSourcesFor } from './sources-for'
import { toySource } from './testing/toy-run'

const file = (name: string, digest: string): Source => {
  const source = toySource(null)
  return { ...source, role: 'external', name, profile: { ...source.profile, digest } }
}

test('files come in one order however they were added, also those of one name', () => {
  const [first, second, other] = [file('x.csv', 'a1'), file('x.csv', 'b2'), file('w.csv', 'c3')]
  const orders = [
    [first, second, other],
    [second, other, first],
    [other, second, first],
  ]
  for (const sources of orders)
    expect(sortedSourcesFor(externalFeaturesData, sources)).toEqual([other, first, second])
})

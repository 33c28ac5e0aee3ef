import { expect, test } from 'vitest'
import { readEvidenceArguments } from './arguments.mjs'

test('without options there are 60 chains of each branch with up to 2,000 stores, and three seeds', () => {
  expect(readEvidenceArguments([])).toMatchObject({
    nChains: 60,
    from: 0,
    nSeeds: 3,
    mostStores: 2000,
    isJson: false,
  })
})

test('a family can be smaller, and the answer be for machines', () => {
  const asked = readEvidenceArguments(['--chains', '5', '--stores', '300', '--json'])
  expect(asked).toMatchObject({ nChains: 5, mostStores: 300, isJson: true })
})

test.each([
  ['--chains', '1'],
  ['--stores', 'many'],
  ['--from', '-1'],
  ['--threads', '0'],
  ['--fast'],
  ['all'],
])('%s %s is refused, with the usage', (...given) => {
  expect(() => readEvidenceArguments(given)).toThrow('Usage: npm run evidence')
})

import { expect, test } from 'vitest'
import { baselineValueName, modelName } from './entry-names'

const refsOf = (partitions: readonly string[]) =>
  partitions.map((partition) => ({ key: 'model', partition }))

test('modelName(ref, among) is readable, and takes capitals apart where they alone differ', () => {
  const plain = refsOf(['Beer', 'Wine'])
  expect(plain.map((ref) => modelName(ref, plain))).toEqual([
    'models/model/Beer.json',
    'models/model/Wine.json',
  ])
  const odd = refsOf(['CON', 'a:b*?', '', 'x'.repeat(300)])
  expect(odd.map((ref) => modelName(ref, odd))).toEqual([
    'models/model/%43ON.json',
    'models/model/a%3Ab%2A%3F.json',
    'models/model/%.json',
    expect.stringMatching(/^models\/model\/x{55}%[0-9A-F]{16}\.json$/),
  ])
  const alike = refsOf(['CAFÉ', 'Café', 'café', 'CAFé', 'Cafe\u0301', 'a/B'])
  const names = alike.map((ref) => baselineValueName(ref, alike))
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(alike.length)
  expect(names[1]).toBe('baseline/model/%43af%C3%A9.json')
  expect(names[2]).toBe('baseline/model/caf%C3%A9.json')
  expect(names[5]).toBe('baseline/model/a%2FB.json')
})

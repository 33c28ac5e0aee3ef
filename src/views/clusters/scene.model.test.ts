import { expect, test } from 'vitest'
import { clusterOfOtherView } from './scene.model'

const other = { storeIds: ['1.0', '3', '9'], clusters: Int32Array.of(0, 1, 2), separate: [] }
const crossed = { storeIds: ['001', '3'], externalStoreIds: ['1.0', '3'], separate: [] }

test('a store that a rule of id_match finds in the other view has its cluster there', () => {
  const labels = clusterOfOtherView({ branch: 'internal', other, crossed })
  expect(['001', '3', '7'].map((id) => labels.get(id))).toEqual(['0', '1', undefined])
})

test('it is found the other way round too', () => {
  const internal = { storeIds: ['001', '3'], clusters: Int32Array.of(4, 5), separate: [] }
  const labels = clusterOfOtherView({ branch: 'external', other: internal, crossed })
  expect(['1.0', '3'].map((id) => labels.get(id))).toEqual(['4', '5'])
})

test('before the views are crossed equal ids are one store', () => {
  const labels = clusterOfOtherView({ branch: 'internal', other, crossed: null })
  expect([labels.get('3'), labels.get('001')]).toEqual(['1', undefined])
  expect(clusterOfOtherView({ branch: 'internal', other: null, crossed }).size).toBe(0)
})

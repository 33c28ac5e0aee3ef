import { describe, expect, test } from 'vitest'
import { barShare, type Selection, selectionWords, toldRows } from './selection-report.model'

const feature = (name: string, importance: number, isKept: boolean) => ({
  name,
  importance,
  sd: 0.01,
  cumulativeShare: 1,
  isKept,
  isNamed: false,
})
const selection: Selection = {
  category: 'Bread',
  reason: 'the category with the most stores',
  skipped: null,
  nStores: 100,
  clusterIds: Int32Array.of(1, 3),
  ranking: [
    feature('income', 0.3, true),
    feature('age', 0.1, false),
    feature('noise', -0.02, false),
  ],
  accuracy: 0.75,
  accuracyOfAll: 0.77,
  baseline: 0.6,
  confusion: Int32Array.of(50, 10, 15, 25),
}

describe('the report of a selection', () => {
  test('says what is kept, and how well it tells the clusters', () => {
    const { title, detail } = selectionWords(selection)
    expect(title).toBe('1 of 3 features kept: 75\u202f% of all importance')
    expect(detail).toBe(
      'Predicting the clusters of Bread (the category with the most stores) of 100 stores that the forest had not seen: 75\u202f% right with what is kept, 77\u202f% with every feature, 60\u202f% by always naming the largest cluster.',
    )
  })

  test('says so where nothing tells the clusters, or nothing was selected', () => {
    const none = selection.ranking.map((one) => ({ ...one, importance: -0.01, isKept: true }))
    expect(selectionWords({ ...selection, ranking: none }).title).toBe(
      '3 of 3 features kept: none tells the clusters',
    )
    expect(selectionWords({ ...selection, skipped: 'Too few stores.' })).toEqual({
      title: 'No feature was left out by importance',
      detail: 'Too few stores.',
    })
  })

  test('has a bar of the length of each feature, none for what tells nothing', () => {
    expect(barShare(selection, 0.3)).toBe(1)
    expect(barShare(selection, -0.02)).toBe(0)
    expect(barShare({ ...selection, ranking: [] }, 0.1)).toBe(0)
  })

  test('has a row for each cluster, with the share of its stores told right', () => {
    expect(toldRows(selection)).toEqual([
      { cluster: 1, nStores: 60, told: [50, 10], right: 50 / 60 },
      { cluster: 3, nStores: 40, told: [15, 25], right: 25 / 40 },
    ])
    expect(toldRows({ ...selection, confusion: new Int32Array(4) })[0]?.right).toBe(0)
  })
})

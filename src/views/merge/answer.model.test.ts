import { describe, expect, test } from 'vitest'
import { answerOf, type Crossed, type Reassigned } from './answer.model'

const crossed: Crossed = {
  storeIds: Array.from({ length: 90 }, (_, i) => `S${i}`),
  separate: [],
  onlyInternal: [],
  onlyExternal: [],
  adjustedRandIndex: 0.11,
  nInternalClusters: 2,
  nExternalClusters: 2,
}

const move = {
  storeId: 'S0',
  from: '1_2',
  to: '1_1',
  dFrom: 1,
  dTo: 2,
  runnerUp: '',
  runnerUpDistance: NaN,
  by: 'size' as const,
}

const reassigned: Reassigned = {
  sizesBefore: [
    { cluster: '1_1', size: 50 },
    { cluster: '1_2', size: 2 },
    { cluster: '2_2', size: 38 },
  ],
  sizesAfter: [
    { cluster: '1_1', size: 52 },
    { cluster: '2_2', size: 38 },
  ],
  moves: [move, { ...move, storeId: 'S1' }],
  excluded: [],
  minClusterSize: 20,
  workableMinClusterSize: 50,
}

describe('answerOf(crossed, reassigned)', () => {
  test('says what becomes of the crossed clusters', () => {
    expect(answerOf(crossed, reassigned)).toEqual({
      title: '3 crossed clusters become 2. 2 stores move out of 1 cluster under 20.',
      detail:
        'The two views are nearly independent (ARI 0.11), so crossing them tells more than either alone. All 90 stores keep a cluster.',
    })
  })

  test('says that no cluster is small', () => {
    const { title } = answerOf(crossed, { ...reassigned, moves: [], minClusterSize: 2 })
    expect(title).toBe('3 crossed clusters, each of at least 2 stores. No store moves.')
  })

  test('says that no cluster is large', () => {
    const { title } = answerOf(crossed, { ...reassigned, moves: [], minClusterSize: 60 })
    expect(title).toBe('No crossed cluster has 60 stores, so none moves. The largest has 50.')
  })

  test('tells what overrides moved and left out apart from what was too small', () => {
    const excluded = [{ storeId: 'S3', asset: 'cluster_reassignment', reason: 'by override' }]
    const moves = [...reassigned.moves, { ...move, storeId: 'S2', by: 'override' as const }]
    const { title, detail } = answerOf(crossed, { ...reassigned, moves, excluded })
    expect(title).toContain('2 stores move out of 1 cluster under 20.')
    expect(detail).toContain('89 of 90 stores keep a cluster.')
    expect(detail).toContain('Overrides move 1 store and leave 1 store out.')
  })

  test('counts the stores of one side', () => {
    const { detail } = answerOf(
      { ...crossed, onlyInternal: ['A', 'B'], onlyExternal: ['C'] },
      reassigned,
    )
    expect(detail).toContain(
      '90 of 93 stores are in both; 2 have no external cluster, 1 has no internal cluster.',
    )
  })

  test('a store that is kept separate is in both views, and keeps no cluster', () => {
    const apart = {
      storeId: 'O',
      externalStoreId: 'O',
      internal: null,
      external: 1,
      internalOutlier: true,
      externalOutlier: false,
    }
    const { detail } = answerOf({ ...crossed, separate: [apart] }, reassigned)
    expect(detail).toContain('90 of 91 stores keep a cluster. 1 unusual store is kept separate.')
    const oneSided = answerOf({ ...crossed, separate: [apart], onlyInternal: ['A'] }, reassigned)
    expect(oneSided.detail).toContain('91 of 92 stores are in both; 1 has no external cluster.')
  })

  test.each([
    [0.3, 'agree in part'],
    [0.6, 'largely agree'],
    [0.95, 'say almost the same'],
  ])('an ARI of %d is said in words', (adjustedRandIndex, words) => {
    expect(answerOf({ ...crossed, adjustedRandIndex }, reassigned).detail).toContain(words)
  })

  test('a view of one cluster divides nothing', () => {
    const { detail } = answerOf(
      { ...crossed, nInternalClusters: 1, adjustedRandIndex: 0 },
      reassigned,
    )
    expect(detail).toContain('The internal view is one cluster')
  })
})

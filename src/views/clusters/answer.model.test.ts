import { describe, expect, test } from 'vitest'
import type { ClusterMetrics } from '../../assets/cluster-analysis/cluster-metrics/spec'
import { branchAnswer, mergedAnswer } from './answer.model'
import { reassignedFrom } from './testing/values'
import { branchClusters } from './shown-clusters.model'

function metricsWith(silhouette: number | null, silhouettes: readonly number[]): ClusterMetrics {
  return {
    nStores: 300,
    nClusters: silhouettes.length,
    nOutliers: 15,
    nSeparate: 0,
    nNoData: 0,
    inertia: 1,
    silhouette,
    calinskiHarabasz: null,
    daviesBouldin: null,
    clusters: silhouettes.map((own, i) => ({
      cluster: i + 1,
      size: 100,
      share: 1 / 3,
      outliers: 0,
      silhouette: own,
      meanDistance: 1,
      meanMargin: 0.5,
    })),
  }
}

function answerFor(metrics: ClusterMetrics, nExcluded = 0) {
  const clusters = branchClusters('internal', metrics, { profile: null, labelled: null })
  return branchAnswer({ branch: 'internal', category: 'Snacks', metrics, clusters, nExcluded })
}

describe('branchAnswer(input)', () => {
  test('a clear split names the number of groups and the most distinct one', () => {
    const answer = answerFor(metricsWith(0.56, [0.5, 0.5, 0.7]))
    expect(answer.title).toBe(
      'Snacks sells in three ways. The split is clear, and group 3 is the most distinct.',
    )
    expect(answer.detail).toBe('All 300 stores placed, 15 flagged as unusual. Silhouette 0.56.')
  })

  test('a weak split is said to be weak', () => {
    const answer = answerFor(metricsWith(0.12, [0.1, 0.1, 0.2]))
    expect(answer.title).toBe(
      'Snacks sells in three ways. The split is weak: no group stands apart.',
    )
    expect(answer.detail).toContain('Silhouette 0.12: stores lie between groups.')
  })

  test('no group is the most distinct when two are alike', () => {
    expect(answerFor(metricsWith(0.4, [0.3, 0.45, 0.452])).title).toBe(
      'Snacks sells in three ways. The groups overlap.',
    )
  })

  test('one cluster makes no claim about a split', () => {
    const answer = answerFor(metricsWith(null, [0]))
    expect(answer.title).toBe(
      'Snacks sells in one way. There is one group, so nothing to tell apart.',
    )
    expect(answer.detail).not.toContain('Silhouette')
  })

  test('stores that were not placed are counted', () => {
    expect(answerFor(metricsWith(0.56, [0.5, 0.5]), 12).detail).toContain(
      '300 of 312 stores placed',
    )
  })
})

describe('mergedAnswer(reassigned, nUnplaced)', () => {
  test('says what crossing came to and how many stores move out of small clusters', () => {
    const answer = mergedAnswer(reassignedFrom(['1_1', '1_1', '1_1'], ['', '', '2_2']), {
      nUnplaced: 3,
      nSeparate: 0,
    })
    expect(answer.title).toBe(
      '2 crossed clusters become 1. 1 store moves out of 1 cluster under 2.',
    )
    expect(answer.detail).toContain(
      '3 stores in both views. 3 stores in one view only have no merged cluster.',
    )
  })

  test('nothing moves when every crossed cluster is large enough', () => {
    const answer = mergedAnswer(reassignedFrom(['1_1', '1_1', '2_2', '2_2'], ['', '', '', '']), {
      nUnplaced: 0,
      nSeparate: 0,
    })
    expect(answer.title).toBe('2 crossed clusters, all large enough. No store moves.')
  })

  test('nothing moves either when none is large enough, and that is said', () => {
    const after = reassignedFrom(['1_1', '1_1', '2_2', '2_2'], ['', '', '', ''])
    const answer = mergedAnswer({ ...after, minClusterSize: 20 }, { nUnplaced: 0, nSeparate: 0 })
    expect(answer.title).toBe('2 crossed clusters, none of 20 stores. No store moves.')
  })

  test('what overrides moved and left out is told apart from what was too small', () => {
    const after = reassignedFrom(['1_1', '2_2', '2_2', '1_1'], ['', '1_1', '', ''])
    const decided = {
      ...after,
      moves: after.moves.map((move) => ({ ...move, by: 'override' as const })),
      excluded: [{ storeId: 's9', asset: 'cluster_reassignment', reason: 'by override' }],
    }
    const { title, detail } = mergedAnswer(decided, { nUnplaced: 0, nSeparate: 0 })
    expect(title).toBe('2 crossed clusters, all large enough.')
    expect(detail).toBe('5 stores in both views. Overrides move 1 store and leave 1 store out.')
  })
})

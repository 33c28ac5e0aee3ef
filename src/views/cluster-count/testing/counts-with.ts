import type { OptimalClusterCounts } from '../../../assets/model-training/optimal-cluster-counts/spec'

/** A search over k = 2..4 of which three has the best silhouette, with the given picks. */
export function countsWith(k: number, picks: readonly (number | null)[]): OptimalClusterCounts {
  const criteria = ['silhouette', 'combined', 'calinski_harabasz', 'davies_bouldin'] as const
  return {
    candidates: [2, 3, 4].map((n) => ({
      k: n,
      inertia: 100 / n,
      silhouette: n === 3 ? 0.5 : 0.49,
      calinskiHarabasz: 10 * n,
      daviesBouldin: 1 / n,
      smallest: 10 - n,
      combined: n === 3 ? 1 : 0.2,
      gap: null,
      gapError: null,
      jaccard: null,
      recurs: null,
      inRule: true,
    })),
    picks: [
      ...criteria.map((criterion, i) => ({ criterion, k: picks[i] ?? null, isComputed: true })),
      { criterion: 'elbow', k: null, isComputed: true },
      { criterion: 'gap', k: null, isComputed: false },
      { criterion: 'stability', k: null, isComputed: false },
    ],
    k,
    rule: 'silhouette',
    isSearched: true,
    finestRecurring: null,
    silhouetteSample: null,
    reason: 'The silhouette is largest at 3.',
    floor: 1,
    nFitted: 30,
    minClusters: 2,
    maxClusters: 4,
  }
}

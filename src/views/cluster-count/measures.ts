import type { OptimalClusterCounts } from '../../assets/model-training/optimal-cluster-counts/spec'

type Candidate = OptimalClusterCounts['candidates'][number]

/** One measure over k: how it is drawn, read from a candidate, and which way is better. */
export type Measure = {
  readonly name: string
  readonly hint: string
  readonly definition: string
  readonly criterion: string | null
  readonly digits: number
  readonly of: (candidate: Candidate) => number | null
}

const measures: readonly Measure[] = [
  {
    name: 'Combined score',
    hint: 'higher is better',
    definition: 'Mean of the chosen metrics after each is scaled to 0..1 over the range of k.',
    criterion: 'combined',
    digits: 2,
    of: (candidate) => candidate.combined,
  },
  {
    name: 'Silhouette',
    hint: 'higher is better',
    definition:
      'Mean over the stores of (b − a) / max(a, b): a to the own cluster, b to the next. From −1 to 1.',
    criterion: 'silhouette',
    digits: 3,
    of: (candidate) => candidate.silhouette,
  },
  {
    name: 'Calinski-Harabasz',
    hint: 'higher is better',
    definition: 'Variance between clusters over variance inside them, each by its freedom.',
    criterion: 'calinski_harabasz',
    digits: 0,
    of: (candidate) => candidate.calinskiHarabasz,
  },
  {
    name: 'Davies-Bouldin',
    hint: 'lower is better',
    definition: 'Mean over the clusters of how much each overlaps its most similar neighbour.',
    criterion: 'davies_bouldin',
    digits: 3,
    of: (candidate) => candidate.daviesBouldin,
  },
  {
    name: 'Inertia',
    hint: 'falls as k grows',
    definition: 'Sum over the stores of the squared distance to the centre of their cluster.',
    criterion: 'elbow',
    digits: 0,
    of: (candidate) => candidate.inertia,
  },
  {
    name: 'Smallest cluster',
    hint: 'stores',
    definition: 'Number of fitted stores in the smallest cluster.',
    criterion: null,
    digits: 0,
    of: (candidate) => candidate.smallest,
  },
  {
    name: 'Gap',
    hint: 'against no groups',
    definition:
      'How far the log of the inertia lies under that of 50 sets without groups. Picks the first k that reaches the gap of the next less its standard error.',
    criterion: 'gap',
    digits: 3,
    of: (candidate) => candidate.gap,
  },
  {
    name: 'Stability',
    hint: 'higher is better',
    definition:
      'Jaccard similarity of the least stable cluster with its best match, mean over 100 resamples.',
    criterion: 'stability',
    digits: 3,
    of: (candidate) => candidate.jaccard,
  },
  {
    name: 'Found again',
    hint: 'share of resamples',
    definition:
      'Share of 100 resamples that find the cluster that recurs least: a match with Jaccard above 0.75.',
    criterion: null,
    digits: 2,
    of: (candidate) => candidate.recurs,
  },
]

/**
 * The measures that were computed: gap and stability are only where they are asked for, and the
 * combined score only where counts were compared.
 */
export function measuresOf({ candidates, isSearched }: OptimalClusterCounts): readonly Measure[] {
  const costly = ['Gap', 'Stability', 'Found again', ...(isSearched ? [] : ['Combined score'])]
  return measures.filter(
    ({ name, of }) =>
      !costly.includes(name) || candidates.some((candidate) => of(candidate) !== null),
  )
}

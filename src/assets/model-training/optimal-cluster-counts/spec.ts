import * as v from 'valibot'
import { warning } from '../../check-spec'
import { choice, custom, flag, integer, nullable, onlyWith } from '../../schema'
import { type AnySpec, type Branch, defineSpec } from '../../spec'
import { list, maybe, real, text } from '../../value'
import { fitParams } from '../params'

const metric = v.picklist(['silhouette', 'calinski_harabasz', 'davies_bouldin'])
export type Metric = v.InferOutput<typeof metric>

const criterion = v.picklist([
  'silhouette',
  'combined',
  'calinski_harabasz',
  'davies_bouldin',
  'elbow',
  'gap',
  'stability',
])

const value = v.object({
  candidates: list(
    v.object({
      k: real,
      inertia: real,
      silhouette: maybe(real),
      calinskiHarabasz: maybe(real),
      daviesBouldin: maybe(real),
      smallest: real,
      combined: maybe(real),
      /** Null where the gap statistic is not asked for. */
      gap: maybe(real),
      /** Standard error of the gap. */
      gapError: maybe(real),
      /** Mean Jaccard of the least stable cluster; null where stability is not asked for. */
      jaccard: maybe(real),
      /** Share of the resamples in which the cluster that is found least often is found again. */
      recurs: maybe(real),
      /** False for a k that is only shown, and for k under the size floor of `combined`. */
      inRule: v.boolean(),
    }),
  ),
  /** What each criterion alone would pick: null where it picks none, or is not computed. */
  picks: list(v.object({ criterion, k: maybe(real), isComputed: v.boolean() })),
  k: real,
  rule: text,
  /** False where the algorithm chooses k itself. */
  isSearched: v.boolean(),
  /** A sentence: why this k. */
  reason: text,
  /** The largest k whose clusters all recur in at least 60 % of the resamples; null for none. */
  finestRecurring: maybe(real),
  /** The size floor that was used in the end by `combined`. */
  floor: real,
  nFitted: real,
  /** How many of the fitted stores the silhouettes are of; null for all. */
  silhouetteSample: maybe(real),
  minClusters: real,
  maxClusters: real,
})
export type OptimalClusterCounts = v.InferOutput<typeof value>

export const optimalClusterCounts = (branch: Branch, reduced: AnySpec) =>
  defineSpec({
    key: `${branch}_optimal_cluster_counts`,
    label: 'Best cluster count',
    description: 'A fit for every k in the range, scored, and the k that the rule chooses.',
    group: 'model_training',
    branch,
    codeVersion: '7',
    partitions: branch,
    sources: [],
    deps: { reduced },
    params: {
      min_clusters: integer({
        label: 'Fewest clusters',
        help: 'Smallest k of the search.',
        default: 2,
        min: 1,
        max: 100,
      }),
      max_clusters: integer({
        label: 'Most clusters',
        help: 'Largest k of the search.',
        default: 10,
        min: 1,
        max: 100,
      }),
      k_rule: choice({
        label: 'Rule',
        help: 'Which criterion chooses k. Every criterion is shown beside the choice. Elbow: where the inertia stops falling steeply; without a clear elbow the silhouette decides. Gap statistic: compared with 50 sets without clusters; it may answer one cluster where the fewest are two. Stability: whose least stable cluster is found again best in 100 resamples.',
        default: 'silhouette',
        options: [
          { value: 'silhouette', label: 'Silhouette' },
          { value: 'combined', label: 'Combined score' },
          { value: 'calinski_harabasz', label: 'Calinski-Harabasz' },
          { value: 'davies_bouldin', label: 'Davies-Bouldin' },
          { value: 'elbow', label: 'Elbow' },
          { value: 'gap', label: 'Gap statistic' },
          { value: 'stability', label: 'Stability' },
          { value: 'fixed', label: 'Fixed' },
        ],
      }),
      n_clusters: onlyWith(
        'k_rule',
        ['fixed'],
        nullable(
          integer({
            label: 'Clusters, fixed',
            help: 'The k of the rule "fixed".',
            default: 2,
            min: 1,
            max: 100,
          }),
          null,
        ),
      ),
      metrics: onlyWith(
        'k_rule',
        ['combined'],
        custom<readonly Metric[]>({
          label: 'Metrics combined',
          help: 'The metrics whose min-max scaled mean is the combined score.',
          schema: v.pipe(v.array(metric), v.minLength(1)),
          default: ['silhouette', 'calinski_harabasz', 'davies_bouldin'],
          control: { kind: 'names' },
          expects: 'a list of silhouette, calinski_harabasz, davies_bouldin',
        }),
      ),
      min_model_cluster_size: onlyWith(
        'k_rule',
        ['combined'],
        integer({
          label: 'Smallest cluster',
          help: 'The combined rule rejects a k with a smaller cluster; halved until a k is left.',
          default: 1,
          min: 1,
          max: 1000000,
        }),
      ),
      k_evidence: flag({
        label: 'Gap and stability evidence',
        help: 'Computes the gap statistic and the stability of every k as evidence, whichever rule chooses. Takes about 150 more fits for each k.',
        default: false,
      }),
      ...fitParams,
    },
    value,
    checks: [
      warning({
        name: 'enough_stores',
        description: 'There are enough different stores for the range of k.',
        next: 'Lower max_clusters to what the stores allow, or add stores that differ.',
      }),
      warning({
        name: 'k_inside_range',
        description: 'The chosen k is not the largest of the range.',
        next: 'Raise max_clusters and run again: the best k may lie beyond it.',
      }),
      warning({
        name: 'k_clearly_best',
        description: 'No other k scores within 0.01 of the chosen one.',
        next: 'Compare the two k that are named here on what their clusters say, then fix one with k_rule fixed and n_clusters.',
      }),
    ],
  })

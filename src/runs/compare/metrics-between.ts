import { crossed, external, internal, reassigned } from '../../assets/specs'
import { categoryOf } from '../outputs/category-of'
import { valuesMade } from '../values-made'
import { type Change, type Part, partOf } from './change'
import type { ClusterView } from './placements'
import type { RunSide } from './run-side'

type MetricName =
  | 'clusters'
  | 'stores'
  | 'outliers'
  | 'silhouette'
  | 'calinski_harabasz'
  | 'davies_bouldin'
  | 'inertia'
  | 'adjusted_rand_index'
  | 'moved_from_small'

type Figure = {
  readonly view: ClusterView
  readonly category: string
  readonly name: MetricName
  readonly value: number | null
}

/** Null where there is no such figure: one cluster has no silhouette. */
export type MetricChange = Omit<Figure, 'value'> & Change<number | null>

/**
 * Figures of the branches and categories that both runs have. Scores are measured in the feature
 * space of each run: where settings or columns differ they are a hint, not a contest.
 */
export async function metricsBetween(a: RunSide, b: RunSide): Promise<Part<MetricChange>> {
  const before = new Map((await figuresOf(a)).map((figure) => [keyOf(figure), figure.value]))
  const all = (await figuresOf(b)).flatMap(({ value, ...figure }): readonly MetricChange[] => {
    const earlier = before.get(keyOf(figure))
    return earlier === undefined ? [] : [{ ...figure, before: earlier, after: value }]
  })
  return partOf(all, (change) => change.before !== change.after)
}

function keyOf({ view, category, name }: Omit<Figure, 'value'>): string {
  return JSON.stringify([view, category, name])
}

type Named = readonly (readonly [name: MetricName, value: number | null])[]

async function figuresOf(side: RunSide): Promise<readonly Figure[]> {
  return [...(await branchFigures(side)), ...(await mergedFigures(side))]
}

async function branchFigures({ run, read }: RunSide): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  for (const [view, { metrics }] of [
    ['internal', internal],
    ['external', external],
  ] as const)
    for (const { partition, value } of await valuesMade(run, metrics, read)) {
      const named: Named = [
        ['clusters', value.nClusters],
        ['stores', value.nStores],
        ['outliers', value.nOutliers + value.nSeparate],
        ['silhouette', value.silhouette],
        ['calinski_harabasz', value.calinskiHarabasz],
        ['davies_bouldin', value.daviesBouldin],
        ['inertia', value.inertia],
      ]
      figures.push(...named.map(([name, figure]) => figureOf(view, partition, [name, figure])))
    }
  return figures
}

async function mergedFigures({ run, read }: RunSide): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  for (const { partition, value } of await valuesMade(run, crossed, read))
    figures.push(
      figureOf('merged', partition, ['stores', value.storeIds.length]),
      figureOf('merged', partition, ['adjusted_rand_index', value.adjustedRandIndex]),
    )
  for (const { partition, value } of await valuesMade(run, reassigned, read)) {
    const nClusters = new Set(value.rebalanced).size
    figures.push(
      figureOf('merged', partition, ['clusters', nClusters]),
      figureOf('merged', partition, ['moved_from_small', value.moves.length]),
      figureOf('merged', partition, ['silhouette', value.silhouetteAfter]),
    )
  }
  return figures
}

function figureOf(
  view: ClusterView,
  partition: string | null,
  [name, value]: Named[number],
): Figure {
  return { view, category: categoryOf(partition), name, value }
}

import { labeling } from '../../assets/specs'
import { wholeFile } from '../../assets/preprocessing/partition-names'
import { valuesMade } from '../values-made'
import { categoryOf } from '../outputs/category-of'
import type { Place } from './placements'
import type { RunSide } from './run-side'

/** What a cluster of a run is called; null where it has no name. */
export type NameOf = (place: Place, cluster: string) => string | null

export async function clusterNamesOf({ run, read }: RunSide): Promise<NameOf> {
  const names = new Map<string, string>()
  for (const { partition, value } of await valuesMade(run, labeling, read))
    for (const { branch, clusters } of value.branches)
      for (const { cluster, name } of clusters) {
        names.set(keyOf(branch, categoryOf(partition), cluster), name)
        // External clusters of the whole chain have the same name in every category.
        if (branch === 'external') names.set(keyOf(branch, wholeFile, cluster), name)
      }
  return ({ view, category }, cluster) => names.get(keyOf(view, category, cluster)) ?? null
}

function keyOf(view: string, category: string, cluster: string): string {
  return JSON.stringify([view, category, cluster])
}

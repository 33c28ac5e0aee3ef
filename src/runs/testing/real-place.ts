import { type Configuration, emptyConfiguration } from '../../config/configuration'
import { assetId } from '../address'
import { createMemoryCache } from '../cache/memory-cache'
import type { ValueCache } from '../cache/value-cache'
import type { RunRecord, RunRequest } from '../contract'
import type { MaterializePorts } from '../materialize-ports'
import { materializeHere } from './materialize-here'

/** Small numbers of everything, so that a run of the tiny chain takes some hundredths of a second. */
export const quick: Configuration = {
  ...emptyConfiguration,
  job_params: {
    n_estimators: 10,
    n_init: 2,
    max_clusters: 4,
    n_clusters: 3,
    min_samples_for_outliers: 5,
    min_cluster_size: 3,
    pca_components: 2,
  },
}

/** The quick chain over a cache; `recomputed` are the ids that a run did not take from it. */
export async function runReal(
  cache: ValueCache,
  request: Pick<RunRequest, 'sources'> & Partial<RunRequest>,
  change: Partial<MaterializePorts> = {},
): Promise<{ readonly record: RunRecord; readonly recomputed: ReadonlySet<string> }> {
  const record = await materializeHere({ configuration: quick, ...request }, { ...change, cache })
  const recomputed = record.assets.filter(({ cached }) => !cached).map(assetId)
  return { record, recomputed: new Set(recomputed) }
}

/** Everything that is in another cache, and a place of its own for what is written. */
export function cacheOver(base: ValueCache): ValueCache {
  const own = createMemoryCache()
  return {
    ...own,
    read: async (address, only) => (await own.read(address, only)) ?? base.read(address, only),
    readSummary: async (address) => (await own.readSummary(address)) ?? base.readSummary(address),
    list: async () => [...(await base.list()), ...(await own.list())],
  }
}

import { externalFeaturesData } from '../../assets/preprocessing/external-features-data/spec'
import {
  internalRawSalesData,
  type RawSales,
} from '../../assets/preprocessing/internal-raw-sales-data/spec'
import { internalSalesByCategory } from '../../assets/preprocessing/internal-sales-by-category/spec'
import { internalStoreMetrics } from '../../assets/preprocessing/internal-store-metrics/spec'
import { preprocessedExternalData } from '../../assets/preprocessing/preprocessed-external-data/spec'
import type { Branch } from '../../assets/spec'
import { external, internal, specs } from '../../assets/specs'
import { blockersOf } from '../asset-record'
import type { AssetRecord, RunRecord } from '../contract'
import type { Exception } from './exceptions'
import { type Made, type ReadValue, type SpecOf, valuesMade } from '../values-made'
import { categoryOf } from './category-of'

type WithStores = { readonly storeIds: readonly string[] }

/** The assets that know which stores are to be placed, the nearest to the clusters first. */
const knowingStores: Readonly<Record<Branch, readonly SpecOf<WithStores>[]>> = {
  internal: [internal.filtered, internalSalesByCategory, internalStoreMetrics],
  external: [external.filtered, preprocessedExternalData, externalFeaturesData],
}

const assignedKeys: Readonly<Record<Branch, string>> = {
  internal: internal.assigned.key,
  external: external.assigned.key,
}

/** Every store of a partition that was to be clustered and was not, with the asset that stopped it. */
export async function notClustered(
  run: RunRecord,
  branch: Branch,
  read: ReadValue,
): Promise<readonly Exception[]> {
  const unplaced = run.assets.filter(
    ({ key, status }) => key === assignedKeys[branch] && status !== 'success',
  )
  if (unplaced.length === 0) return []
  const made = await storesKnown(run, branch, read)
  return unplaced.flatMap(({ partition }) => {
    const stores = made.find((one) => one.partition === partition || one.partition === null)
    const stop = stopOf(run, branch, partition)
    if (stores === undefined || stop === undefined) return []
    const reason = `not clustered: ${stop.failure?.code ?? blockersOf(stop)[0]?.name ?? 'failed'}`
    const category = categoryOf(partition)
    return stores.value.storeIds.map((storeId) => ({
      storeId,
      category,
      branch,
      asset: stop.key,
      reason,
    }))
  })
}

async function storesKnown(
  run: RunRecord,
  branch: Branch,
  read: ReadValue,
): Promise<readonly Made<WithStores>[]> {
  const made: Made<WithStores>[] = []
  for (const spec of knowingStores[branch]) made.push(...(await valuesMade(run, spec, read)))
  if (branch === 'external') return made
  const sales = await valuesMade(run, internalRawSalesData, read)
  return [...made, ...sales.flatMap(({ value }) => storesByCategory(value))]
}

function storesByCategory({ categories, storeIds }: RawSales): readonly Made<WithStores>[] {
  return categories.map(({ name, stores }) => ({
    partition: name,
    value: { storeIds: Array.from(stores).flatMap((code) => storeIds[code] ?? []) },
  }))
}

/**
 * What stopped a partition: of its branch first; of the other one where that gives the scope. An
 * asset without partitions stops every partition below it.
 */
function stopOf(run: RunRecord, branch: Branch, partition: string | null): AssetRecord | undefined {
  const stops = run.assets.filter(
    (one) => isStop(one) && (one.partition === partition || one.partition === null),
  )
  return stops.find(({ key }) => branchOf.get(key) === branch) ?? stops[0]
}

const branchOf: ReadonlyMap<string, Branch | null> = new Map(
  specs.map(({ key, branch }) => [key, branch]),
)

function isStop(record: AssetRecord): boolean {
  return record.status === 'failure' || blockersOf(record).length > 0
}

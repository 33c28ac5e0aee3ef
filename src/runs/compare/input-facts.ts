import { externalFeaturesData } from '../../assets/preprocessing/external-features-data/spec'
import { internalProductCategoryMapping } from '../../assets/preprocessing/internal-product-category-mapping/spec'
import { internalRawSalesData } from '../../assets/preprocessing/internal-raw-sales-data/spec'
import { internalStoreMetrics } from '../../assets/preprocessing/internal-store-metrics/spec'
import type { Role } from '../../assets/source'
import { headsOnly, valuesMade } from '../values-made'
import type { RunSide } from './run-side'

/** What the assets that read the files of a role know of them. */
export type InputFacts = {
  /** Rows of data in the file of that name. */
  readonly rowsOf: (name: string) => number | null
  /** Stores in any file of the role; null for a product map, which has none. */
  readonly storeIds: ReadonlySet<string> | null
}

/** `null` where the run did not read the files, or what it read is no longer kept. */
export function inputFactsOf(role: Role, side: RunSide): Promise<InputFacts | null> {
  return factsByRole[role](side)
}

type Facts = (side: RunSide) => Promise<InputFacts | null>

const factsByRole: Readonly<Record<Role, Facts>> = {
  sales: async ({ run, read }) => {
    const [made] = await valuesMade(run, internalRawSalesData, headsOnly(read))
    if (made === undefined) return null
    return { rowsOf: () => made.value.nRows, storeIds: new Set(made.value.storeIds) }
  },
  product_map: async ({ run, read }) => {
    const [made] = await valuesMade(run, internalProductCategoryMapping, read)
    return made === undefined ? null : { rowsOf: () => made.value.nRows, storeIds: null }
  },
  store_metrics: async ({ run, read }) => {
    const made = await valuesMade(run, internalStoreMetrics, read)
    if (made.length === 0) return null
    const nRows = made.reduce((sum, { value }) => sum + value.nRows, 0)
    return {
      rowsOf: () => nRows,
      storeIds: new Set(made.flatMap(({ value }) => value.storeIds)),
    }
  },
  external: async ({ run, read }) => {
    const [made] = await valuesMade(run, externalFeaturesData, read)
    if (made === undefined) return null
    const { files, storeIds } = made.value
    return {
      rowsOf: (name) => files.find((file) => file.name === name)?.rows ?? null,
      storeIds: new Set(storeIds),
    }
  },
}

import { useApp, useAsset } from '../../state/hooks'
import { selectCategory } from '../../state/selectors'
import {
  externalFeaturesData,
  internalProductCategoryMapping,
  internalRawSalesData,
  internalStoreMetrics,
  preprocessedExternalData,
} from '../../state/shown-assets'
import type { RunFilters } from './filters.model'

/** What the assets that filter counted in the last run, in the order in which they come. */
export function useRunFilters(): readonly RunFilters[] {
  const category = useApp(selectCategory)
  const map = useAsset(internalProductCategoryMapping, null)
  const sales = useAsset(internalRawSalesData, null)
  const metrics = useAsset(internalStoreMetrics, category)
  const market = useAsset(externalFeaturesData, null)
  const kept = useAsset(preprocessedExternalData, null)
  return [
    { key: 'map', value: map.value, stale: map.stale, what: 'map row' },
    { key: 'sales', value: sales.value, stale: sales.stale, what: 'sales row' },
    { key: 'metrics', value: metrics.value, stale: metrics.stale, what: 'internal store' },
    { key: 'market', value: market.value, stale: market.stale, what: 'external store' },
    { key: 'kept', value: kept.value, stale: kept.stale, what: 'external store' },
  ]
}

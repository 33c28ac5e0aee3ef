// The assets that screens show, for `useAsset`: views know specs as types only.
export { externalFeaturesData } from '../assets/preprocessing/external-features-data/spec'
export { internalProductCategoryMapping } from '../assets/preprocessing/internal-product-category-mapping/spec'
export { internalRawSalesData } from '../assets/preprocessing/internal-raw-sales-data/spec'
export { internalStoreMetrics } from '../assets/preprocessing/internal-store-metrics/spec'
export { preprocessedExternalData } from '../assets/preprocessing/preprocessed-external-data/spec'
export { internalSalesByCategory } from '../assets/preprocessing/internal-sales-by-category/spec'
export {
  crossed,
  external,
  internal,
  labeling,
  profiles,
  published,
  reassigned,
} from '../assets/specs'

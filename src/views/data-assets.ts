/** Assets whose checks speak of the files themselves. */
export const dataAssetKeys: ReadonlySet<string> = new Set([
  'internal_raw_sales_data',
  'internal_product_category_mapping',
  'internal_sales_by_category',
  'internal_store_metrics',
  'external_features_data',
  'preprocessed_external_data',
])

/** Those, and the assets in which what the files lack comes to light. */
export const qualityAssetKeys: ReadonlySet<string> = new Set([
  ...dataAssetKeys,
  'internal_filtered_features',
  'internal_imputed_features',
  'external_filtered_features',
  'external_imputed_features',
  'merged_clusters',
])

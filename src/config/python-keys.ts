/** What a key of the Python system means here, from its path below `job_params`. */
export type Translation = {
  /** Parameters it sets, with what it makes of the value. */
  readonly to: (value: unknown) => Readonly<Record<string, unknown>>
  readonly note: string
}

const renamed = (name: string): Translation => ({
  to: (value) => ({ [name]: value }),
  note: `Called ${name} here.`,
})

/** Names of methods there that are called otherwise here. */
const methodNames: ReadonlyMap<string, string> = new Map([
  ['isolation_forest', 'iforest'],
  ['isolationforest', 'iforest'],
  ['local_outlier_factor', 'lof'],
  ['elliptic_envelope', 'ee'],
  ['z_score', 'zscore'],
  ['z-score', 'zscore'],
  ['standard', 'zscore'],
  ['min_max', 'minmax'],
  ['max_abs', 'maxabs'],
])

function lowerCase(value: unknown): unknown {
  if (typeof value !== 'string') return value
  const lower = value.toLowerCase()
  return methodNames.get(lower) ?? lower
}

const metricsTranslation: Translation = {
  to: (value) => ({
    metrics: Array.isArray(value)
      ? value.map((name) => (typeof name === 'string' ? name.replace(/_score$/, '') : name))
      : value,
  }),
  note: 'Names of metrics without _score.',
}

/** Settings of the Python system that have another name or place here. */
export const translations: ReadonlyMap<string, Translation> = new Map([
  [
    'kmeans.n_clusters',
    {
      to: (value: unknown) => ({ k_rule: 'fixed', n_clusters: value }),
      note: 'A fixed number of clusters is the rule "fixed".',
    },
  ],
  ['kmeans.random_state', renamed('session_id')],
  ['kmeans.n_init', renamed('n_init')],
  ['kmeans.max_iter', renamed('max_iter')],
  ['kmeans.tol', renamed('tol')],
  ['random_state', renamed('session_id')],
  ['preprocessing.feature_selection.min_variance', renamed('min_variance')],
  ['preprocessing.feature_selection.max_correlation', renamed('max_correlation')],
  ['preprocessing.feature_selection.correlation_threshold', renamed('max_correlation')],
  ['preprocessing.feature_selection.ignore_features', renamed('ignore_features')],
  [
    'preprocessing.outlier_detection.method',
    {
      to: (value: unknown) => ({ outlier_detection: true, outliers_method: lowerCase(value) }),
      note: 'Naming a method switches the detection on.',
    },
  ],
  ['preprocessing.outlier_detection.threshold', renamed('outlier_threshold')],
  ['preprocessing.outlier_detection.contamination', renamed('outlier_threshold')],
  ['preprocessing.outlier_detection.enabled', renamed('outlier_detection')],
  ['evaluation.metrics', metricsTranslation],
  ['metrics', metricsTranslation],
  ['norm_method', methodOf('norm_method')],
  ['outliers_method', methodOf('outliers_method')],
  ['algorithm', methodOf('algorithm')],
])

function methodOf(name: string): Translation {
  return {
    to: (value) => ({ [name]: lowerCase(value) }),
    note: 'Written in the words used here.',
  }
}

/** Keys below `job_params` that have nothing to do here, and why. */
export const notUsed: ReadonlyMap<string, string> = new Map([
  ['output_path', 'Results are downloaded, or go to the folder of --out.'],
  ['feature_metadata_detail', 'The features are always described in full.'],
  ['kmeans.init', 'Always k-means++.'],
])

/** Sections that have nothing to do here, and why. */
export const notUsedSections: ReadonlyMap<string, string> = new Map([
  ['alerts', 'Nothing is sent from here.'],
  ['logger', 'Every run has its own log.'],
  ['paths', 'Files are dropped, or named under readers.'],
  ['writers', 'Results are downloaded, or go to the folder of --out.'],
  ['azure_storage', 'No cloud is used here.'],
  ['io_manager', 'Values are stored by version without it.'],
])

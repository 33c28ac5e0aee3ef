import type { PresetName, Settings } from './configuration'

/** What a preset changes against the defaults of the specs, section by section. */
export type Preset = {
  readonly label: string
  readonly help: string
  readonly job_params: Settings
  readonly internal: Settings
  readonly external: Settings
  readonly merging: Settings
}

const recommended: Preset = {
  label: 'Recommended',
  help: 'The defaults: they find the groups of made-up chains best.',
  job_params: {},
  internal: {},
  external: {},
  merging: {},
}

const pythonPackage: Preset = {
  label: 'Python package',
  help: 'What the Python package does where its configuration says nothing.',
  job_params: {
    transform: 'none',
    min_association: null,
    norm_method: 'robust',
    pca_components: 0.8,
  },
  internal: {},
  external: {},
  merging: {},
}

const productionScripts: Preset = {
  label: 'Production scripts',
  help: 'The settings of the scripts that ran before the package: more and larger clusters.',
  job_params: {
    transform: 'none',
    min_association: null,
    max_correlation: 0.8,
    outlier_detection: false,
    pca_max_components: 15,
    pca_min_features: 20,
    k_rule: 'combined',
  },
  internal: { min_clusters: 3, min_model_cluster_size: 20 },
  external: { min_clusters: 7, max_clusters: 15, min_model_cluster_size: 40 },
  merging: { min_cluster_size: 100, merge_order: 'external_internal', block_weight: null },
}

const presets: Readonly<Record<PresetName, Preset>> = {
  recommended,
  'python-package': pythonPackage,
  'production-scripts': productionScripts,
}

/** `null` is no choice, which is `recommended`. */
export function presetOf(name: PresetName | null): Preset {
  return presets[name ?? 'recommended']
}

import type { AnySpec, Branch, Group } from '../assets/spec'

const stages: readonly Group[] = ['feature_engineering', 'model_training', 'cluster_assignment']

/** The named jobs: which assets each one is about. What is missing upstream is added by the plan. */
export const jobs: ReadonlyMap<string, (spec: AnySpec) => boolean> = new Map([
  ['full_pipeline_job', () => true],
  ['internal_preprocessing_job', (spec: AnySpec) => isPreprocessing(spec, 'internal')],
  ['internal_ml_job', (spec: AnySpec) => isClustering(spec, 'internal')],
  ['external_preprocessing_job', (spec: AnySpec) => isPreprocessing(spec, 'external')],
  ['external_ml_job', (spec: AnySpec) => isClustering(spec, 'external')],
  ['merging_job', isMerging],
])

function isPreprocessing(spec: AnySpec, branch: Branch): boolean {
  return spec.branch === branch && spec.group === 'preprocessing'
}

/** A branch's stages with its metrics and feature metadata. */
function isClustering(spec: AnySpec, branch: Branch): boolean {
  return (
    spec.branch === branch && (stages.includes(spec.group) || spec.group === 'cluster_analysis')
  )
}

/** The merge with the profiles and names, which belong to no branch. */
function isMerging(spec: AnySpec): boolean {
  return spec.group === 'merging' || (spec.group === 'cluster_analysis' && spec.branch === null)
}

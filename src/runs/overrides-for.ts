import { type ActiveOverride, activeOverrides, type OverrideBranch } from '../assets/override'
import { wholeFile } from '../assets/preprocessing/partition-names'
import type { Configuration } from '../config/configuration'
import { graphParamsOf } from '../config/params-for'
import type { AssetPair } from './asset-pairs'

/** The overrides that an asset of one partition follows, branch by branch in the order of the log. */
export function overridesFor(
  { spec, partition }: Pick<AssetPair, 'spec' | 'partition'>,
  configuration: Configuration,
): readonly ActiveOverride[] {
  if (spec.overrides === undefined) return []
  const { branches, kinds } = spec.overrides
  const log = configuration.overrides ?? []
  return branches
    .flatMap((branch) =>
      activeOverrides(log, branch, overrideCategoryOf(branch, partition, configuration)),
    )
    .filter(({ kind }) => kinds.includes(kind))
}

/**
 * The category that overrides of a branch name for a partition. Where external clusters are of the
 * whole chain, every category has the same ones.
 */
export function overrideCategoryOf(
  branch: OverrideBranch,
  partition: string | null,
  configuration: Configuration,
): string {
  const perCategory = graphParamsOf(configuration)['external_scope'] === 'per_category'
  return branch === 'external' && !perCategory ? wholeFile : (partition ?? wholeFile)
}

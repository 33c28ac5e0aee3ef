import { boundedAlgorithms } from '../assets/model-training/size-bounds'
import type { Role } from '../assets/source'
import type { Branch } from '../assets/spec'
import type { Configuration } from './configuration'
import type { Fault } from './fault'
import { allParams, resolveParam } from './params-for'

export const contradictionCode = 'contradiction'

/**
 * Settings that are valid each, but not together, in the branches that there are files for; in both
 * while there is no file.
 */
export function findContradictions(
  configuration: Configuration,
  roles: ReadonlySet<Role>,
): readonly Fault[] {
  return branchesOf(roles).flatMap((branch) => {
    const valueOf = (name: string) => {
      const known = allParams().get(name)
      return known === undefined ? undefined : resolveParam(known, branch, configuration).value
    }
    return [
      emptyRange,
      fixedWithoutCount,
      crossedSizes,
      sizesWithoutCenters,
      shareOfKernel,
    ].flatMap((find) =>
      find(branch, valueOf).map((clash) => ({ code: contradictionCode, ...clash })),
    )
  })
}

function branchesOf(roles: ReadonlySet<Role>): readonly Branch[] {
  const isInternal = [...roles].some((role) => role !== 'external')
  if (isInternal === roles.has('external')) return ['internal', 'external']
  return isInternal ? ['internal'] : ['external']
}

type Clash = Omit<Fault, 'code'>

type ValueOf = (name: string) => unknown

function emptyRange(branch: Branch, valueOf: ValueOf): readonly Clash[] {
  const fewest = Number(valueOf('min_clusters'))
  const most = Number(valueOf('max_clusters'))
  if (fewest <= most) return []
  return [
    {
      message: `The ${branch} branch searches from ${fewest} to ${most} clusters: no k is left.`,
      path: `${branch}.max_clusters`,
      hint: `Set max_clusters to at least ${fewest}, or min_clusters to at most ${most}.`,
    },
  ]
}

function fixedWithoutCount(branch: Branch, valueOf: ValueOf): readonly Clash[] {
  if (valueOf('k_rule') !== 'fixed' || valueOf('n_clusters') !== null) return []
  return [
    {
      message: `The ${branch} branch has k_rule "fixed" and no n_clusters.`,
      path: `${branch}.n_clusters`,
      hint: 'Set n_clusters, or choose another k_rule.',
    },
  ]
}

function crossedSizes(branch: Branch, valueOf: ValueOf): readonly Clash[] {
  const least = valueOf('size_min')
  const most = valueOf('size_max')
  if (typeof least !== 'number' || typeof most !== 'number' || least <= most) return []
  return [
    {
      message: `The ${branch} branch asks for clusters of at least ${least} (size_min) and at most ${most} (size_max) stores.`,
      path: `${branch}.size_min`,
      hint: 'Make size_min at most size_max.',
    },
  ]
}

function sizesWithoutCenters(branch: Branch, valueOf: ValueOf): readonly Clash[] {
  const algorithm = valueOf('algorithm')
  if (boundedAlgorithms.some((name) => name === algorithm)) return []
  const set = ['size_min', 'size_max'].filter((name) => valueOf(name) !== null)
  return set.slice(0, 1).map((name) => ({
    message: `The ${branch} branch bounds cluster sizes (${set.join(', ')}), which ${String(algorithm)} cannot keep.`,
    path: `${branch}.${name}`,
    hint: `Set size_min and size_max to null, or choose one of ${boundedAlgorithms.join(', ')}.`,
  }))
}

/** With `pca_min_features` the data decides whether there is a reduction at all. */
function shareOfKernel(branch: Branch, valueOf: ValueOf): readonly Clash[] {
  if (valueOf('pca_active') !== true || valueOf('pca_method') !== 'kernel') return []
  const share = Number(valueOf('pca_components'))
  if (share >= 1 || valueOf('pca_min_features') !== 0) return []
  return [
    {
      message: `The ${branch} branch asks the kernel method for the share ${share} of the variance (pca_components), but a kernel has no total to take a share of.`,
      path: `${branch}.pca_components`,
      hint: 'Set pca_components to a count such as 10, or pca_method to linear.',
    },
  ]
}

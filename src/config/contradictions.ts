import type { Branch } from '../assets/spec'
import type { Configuration } from './configuration'
import type { Fault } from './fault'
import { allParams, resolveParam } from './params-for'

/** Settings that are valid each, but not together. */
export function findContradictions(configuration: Configuration): readonly Fault[] {
  const branches: readonly Branch[] = ['internal', 'external']
  return branches.flatMap((branch) => {
    const valueOf = (name: string) => {
      const known = allParams().get(name)
      return known === undefined ? undefined : resolveParam(known, branch, configuration).value
    }
    return [...emptyRange(branch, valueOf), ...fixedWithoutCount(branch, valueOf)]
  })
}

type ValueOf = (name: string) => unknown

function emptyRange(branch: Branch, valueOf: ValueOf): readonly Fault[] {
  const fewest = Number(valueOf('min_clusters'))
  const most = Number(valueOf('max_clusters'))
  if (fewest <= most) return []
  return [
    {
      code: 'contradiction',
      message: `The ${branch} branch searches from ${fewest} to ${most} clusters: no k is left.`,
      path: `${branch}.max_clusters`,
      hint: `Set max_clusters to at least ${fewest}, or min_clusters to at most ${most}.`,
    },
  ]
}

function fixedWithoutCount(branch: Branch, valueOf: ValueOf): readonly Fault[] {
  if (valueOf('k_rule') !== 'fixed' || valueOf('n_clusters') !== null) return []
  return [
    {
      code: 'contradiction',
      message: `The ${branch} branch has k_rule "fixed" and no n_clusters.`,
      path: `${branch}.n_clusters`,
      hint: 'Set n_clusters, or choose another k_rule.',
    },
  ]
}

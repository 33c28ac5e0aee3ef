import type { ActiveOverride, OverrideBranch } from '../../override'
import type { ComputeContext } from '../../spec'
import type { ClusterLabelingAnalytics } from './spec'

type Labelled = ClusterLabelingAnalytics['branches'][number]

/** A cluster as it is published, with its stable ids. */
export type Identified = Pick<Labelled['clusters'][number], 'cluster' | 'ids'>

export type GivenName = Pick<Labelled['clusters'][number], 'name' | 'isNamedByPerson'>

/** Whether all ids of a cluster were carried on from the baseline. */
export type IsKept = (ids: readonly number[]) => boolean

/**
 * Names that are not made anew, by cluster: those that a person gave, and the automatic ones of the
 * baseline where the ids are kept. A name of the baseline gives way to an equal one of a person; one
 * that a person gave then is in the log, or was taken back.
 */
export function givenNames(
  branch: OverrideBranch,
  clusters: readonly Identified[],
  {
    baseline,
    overrides,
    isKept,
  }: Pick<ComputeContext<ClusterLabelingAnalytics>, 'baseline' | 'overrides'> & {
    readonly isKept: IsKept
  },
): ReadonlyMap<string, GivenName> {
  const byPerson = personNames(branch, overrides)
  const taken = new Set(byPerson.values())
  const before = baselineNames(branch, baseline)
  const given = new Map<string, GivenName>()
  for (const { cluster, ids } of clusters) {
    const ofPerson = byPerson.get(cluster)
    const ofBaseline = isKept(ids) ? before.get(keyOf(ids)) : undefined
    if (ofPerson !== undefined) given.set(cluster, { name: ofPerson, isNamedByPerson: true })
    else if (ofBaseline !== undefined && !taken.has(ofBaseline))
      given.set(cluster, { name: ofBaseline, isNamedByPerson: false })
  }
  return given
}

/** The newest name of each cluster that was renamed. */
export function personNames(
  branch: OverrideBranch,
  overrides: readonly ActiveOverride[],
): ReadonlyMap<string, string> {
  return new Map(
    overrides.flatMap((one) =>
      one.kind === 'rename' && one.branch === branch ? [[one.cluster, one.name] as const] : [],
    ),
  )
}

function baselineNames(
  branch: OverrideBranch,
  baseline: ClusterLabelingAnalytics | null,
): ReadonlyMap<string, string> {
  const labelled = baseline?.branches.find((one) => one.branch === branch)
  const automatic = labelled?.clusters.filter(({ isNamedByPerson }) => !isNamedByPerson)
  return new Map(automatic?.map(({ ids, name }) => [keyOf(ids), name]))
}

function keyOf(ids: readonly number[]): string {
  return ids.join(' ')
}

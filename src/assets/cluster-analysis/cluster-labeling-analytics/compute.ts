import { compareText } from '../../../table/compare-text'
import type { MergedClusters } from '../../merging/merged-clusters/spec'
import type { ClusteringModel } from '../../model-training/train-clustering-models/spec'
import type { ComputeContext } from '../../spec'
import type { ClusterProfiles } from '../cluster-profiles/spec'
import {
  type GivenName,
  givenNames,
  type Identified,
  type IsKept,
  personNames,
} from './given-names'
import { nameClusters } from './name-clusters'
import type { ClusterLabelingAnalytics } from './spec'

type Model = Pick<ClusteringModel, 'lineage'>

export type Inputs = {
  readonly profiles: ClusterProfiles
  readonly crossed: Pick<MergedClusters, 'merged' | 'internal' | 'external'>
  readonly internalModel: Model
  readonly externalModel: Model
}

type LabelingContext = Pick<
  ComputeContext<ClusterLabelingAnalytics>,
  'baseline' | 'overrides' | 'log'
>
type Profiled = ClusterProfiles['branches'][number]
type Labelled = ClusterLabelingAnalytics['branches'][number]

/** A cluster mean this many chain sds away from the chain mean stands out. */
const standsOut = 0.35
/** As many features a side are told. */
const nTold = 5

/**
 * Names every cluster of every branch: as a person did, else as in the baseline where its id is
 * kept, else from the features that set it apart most.
 */
export function compute(
  inputs: Inputs,
  _params: object,
  context: LabelingContext,
): ClusterLabelingAnalytics {
  const identify = identifierOf(inputs.crossed)
  return {
    branches: inputs.profiles.branches.map((profiled) => {
      const clusters = profiled.clusters.map(({ cluster }) => ({
        cluster,
        ids: identify(profiled.branch, cluster),
      }))
      warnOfAbsent(profiled, context)
      const isKept = keptIn(profiled.branch, inputs)
      const given = givenNames(profiled.branch, clusters, { ...context, isKept })
      return labelBranch(profiled, clusters, given)
    }),
  }
}

function labelBranch(
  { branch, features }: Profiled,
  clusters: readonly Identified[],
  given: ReadonlyMap<string, GivenName>,
): Labelled {
  const traits = clusters.map((_, c) => traitsOf(features, c))
  const names = nameClusters(
    traits,
    clusters.map(({ cluster }) => given.get(cluster)?.name),
  )
  return {
    branch,
    clusters: clusters.map(({ cluster, ids }, c) => ({
      cluster,
      ids,
      name: names[c],
      isNamedByPerson: given.get(cluster)?.isNamedByPerson ?? false,
      high: traits[c].filter(({ z }) => z > 0).slice(0, nTold),
      low: traits[c].filter(({ z }) => z < 0).slice(0, nTold),
    })),
  }
}

/** The features that stand out in cluster `c`, strongest first, ties by name (code units). */
function traitsOf(features: Profiled['features'], c: number) {
  return features
    .map(({ name, cells }) => ({ feature: name, z: cells[c].z }))
    .filter(({ z }) => Math.abs(z) >= standsOut)
    .sort((a, b) => Math.abs(b.z) - Math.abs(a.z) || compareText(a.feature, b.feature))
}

type Identify = (branch: Profiled['branch'], cluster: string) => readonly number[]

/** The name of a merged cluster does not tell which half is which: its stores do. */
function identifierOf({ merged, internal, external }: Inputs['crossed']): Identify {
  const halves = new Map(merged.map((name, row) => [name, [internal[row], external[row]]]))
  return (branch, cluster) =>
    branch === 'merged' ? (halves.get(cluster) ?? []) : [Number(cluster)]
}

/** A merged cluster is kept when both of its halves are. */
function keptIn(branch: Profiled['branch'], { internalModel, externalModel }: Inputs): IsKept {
  const [first, second] =
    branch === 'merged'
      ? [internalModel, externalModel]
      : [branch === 'internal' ? internalModel : externalModel]
  return (ids) => isKeptIn(first, ids[0]) && (second === undefined || isKeptIn(second, ids[1]))
}

function isKeptIn({ lineage }: Model, id: number): boolean {
  return lineage.some(({ cluster, state }) => cluster === id && state === 'kept')
}

function warnOfAbsent({ branch, clusters }: Profiled, { overrides, log }: LabelingContext): void {
  const present = new Set(clusters.map(({ cluster }) => cluster))
  for (const [cluster, name] of personNames(branch, overrides))
    if (!present.has(cluster))
      log('warn', `"${name}" names the ${branch} cluster ${cluster}, which is not there any more.`)
}

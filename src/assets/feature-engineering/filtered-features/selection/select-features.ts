import { createRandom } from '../../../../math/random'
import { stratifiedFolds } from '../../../../math/stratified-folds'
import { rulesOf } from '../../../../table/id-rules'
import type { Column } from '../../../../table/table'
import type { ComputeContext } from '../../../spec'
import { drop, type Filtered } from '../dropped'
import { judgeSelection, type KeepRule } from './judge-selection'
import { byImportance, cumulativeShares, keepShare } from './keep-share'
import {
  type ForestSettings,
  rankFeatures,
  type Ranking,
  type Sample,
  splitAt,
} from './rank-features'
import type { SelectionSettings } from './settings'
import { type ClustersInput, type Target, targetClusters } from './target-clusters'
import type { Selection } from './value'

/** Enough to rank features by; of more stores, as many of every cluster as its share. */
const mostStores = 5000

type Candidates = {
  readonly storeIds: readonly string[]
  /** What the filter kept, sorted by name. */
  readonly columns: readonly Column[]
  readonly clusters: ClustersInput
}

/**
 * Keeps the columns that tell the internal clusters of a category: ranked by permutation importance
 * on held-out folds, until they hold `selection_share` of it. Columns that a person named stay.
 * With less than two clusters or too few stores nothing is left out, and it is said why.
 */
export function selectFeatures(
  { storeIds, columns, clusters }: Candidates,
  params: SelectionSettings,
  { partition, report }: Pick<ComputeContext, 'partition' | 'report'>,
): Filtered<Column> & { readonly selection: Selection } {
  const whole = targetClusters(storeIds, clusters, {
    category: params.selection_category,
    partition,
    rules: rulesOf(params.id_match),
  })
  const target = { ...whole, sample: thinned(whole.sample, params.session_id) }
  const skipped = reasonToSkip(columns, target, params.selection_folds)
  if (skipped !== null)
    return { kept: columns, dropped: [], selection: nothingSelected(target, skipped) }

  const settings = forestSettings(target, params, report)
  const names = new Set([...params.must_keep_features, ...params.keep_features])
  const rule: KeepRule = {
    share: params.selection_share,
    mustKeep: (place) => names.has(columns[place].name),
  }
  const ranking = rankFeatures(columns, target.sample, { ...settings, place: 0 })
  const selection = {
    ...ofTarget(target),
    skipped: null,
    ranking: rankingOf(columns, ranking, rule),
    accuracyOfAll: ranking.accuracy,
    ...judgeSelection(columns, target.sample, { ...settings, rule }),
  }
  const isKept = new Set(selection.ranking.filter((one) => one.isKept).map(({ name }) => name))
  return {
    kept: columns.filter(({ name }) => isKept.has(name)),
    dropped: droppedOf(selection),
    selection,
  }
}

function forestSettings(
  { clusterIds }: Target,
  params: SelectionSettings,
  report: ComputeContext['report'],
): ForestSettings {
  const nFolds = params.selection_folds
  // The ranking, then for every fold of the clean split one of its own and the forest it leads to.
  const nForests = nFolds + nFolds * (nFolds + 1)
  let nDone = 0
  return {
    nClasses: clusterIds.length,
    nFolds,
    nTrees: params.selection_trees,
    randomState: params.session_id,
    onForest: () => report(++nDone, nForests),
  }
}

function rankingOf(
  columns: readonly Column[],
  { importance, sd }: Ranking,
  { share, mustKeep }: KeepRule,
): Selection['ranking'] {
  const kept = keepShare(importance, share, mustKeep)
  const order = byImportance(importance)
  const shares = cumulativeShares(importance, order)
  return order.map((place, i) => ({
    name: columns[place].name,
    importance: importance[place],
    sd: sd[place],
    cumulativeShare: shares[i],
    isKept: kept.has(place),
    isNamed: mustKeep(place),
  }))
}

/** A part of the stores that is as large as may be, the clusters in it as in all. */
function thinned(sample: Sample, randomState: number): Sample {
  const nParts = Math.ceil(sample.rows.length / mostStores)
  if (nParts < 2) return sample
  const parts = stratifiedFolds(sample.classes, nParts, createRandom(randomState, -1))
  return splitAt(sample, parts, 0)[1]
}

function reasonToSkip(columns: readonly Column[], target: Target, nFolds: number): string | null {
  const nStores = target.sample.rows.length
  if (columns.length < 2) return 'There are fewer than two features to choose from.'
  if (target.clusterIds.length < 2)
    return `The stores of ${target.category} are in fewer than two clusters: there is nothing to tell.`
  if (nStores < 2 * nFolds)
    return `${nStores} stores of ${target.category} have a cluster, too few for ${nFolds} folds.`
  return null
}

function ofTarget({ category, reason, sample, clusterIds }: Target) {
  const sizes = new Int32Array(clusterIds.length)
  for (const label of sample.classes) sizes[label] += 1
  const nStores = sample.rows.length
  const largest = sizes.reduce((most, size) => Math.max(most, size), 0)
  return { category, reason, nStores, clusterIds, baseline: nStores === 0 ? 0 : largest / nStores }
}

function nothingSelected(target: Target, skipped: string): Selection {
  return {
    ...ofTarget(target),
    skipped,
    ranking: [],
    accuracy: 0,
    accuracyOfAll: 0,
    confusion: new Int32Array(target.clusterIds.length ** 2),
  }
}

function droppedOf({ category, ranking }: Selection) {
  return ranking.flatMap(({ name, importance, isKept }, i) => {
    if (isKept) return []
    const place = `place ${i + 1} of ${ranking.length} for the clusters of ${category}`
    return [drop(name, 'selection', `Importance ${importance.toFixed(4)}, ${place}`)]
  })
}

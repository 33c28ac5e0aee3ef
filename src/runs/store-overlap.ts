import { idMatch as idMatchParam } from '../assets/preprocessing/params'
import { externalFeaturesData } from '../assets/preprocessing/external-features-data/spec'
import { readParam } from '../assets/schema'
import type { AnySpec } from '../assets/spec'
import { crossed } from '../assets/specs'
import type { Configuration } from '../config/configuration'
import { paramsFor } from '../config/params-for'
import { type IdRule, rulesOf } from '../table/id-rules'
import { type IdMatching, matchIds } from '../table/match-ids'
import { proposeRules, type RuleProposal } from '../table/propose-rules'
import type { Source } from './contract'

/** The stores of both sides before a run, as their files name them. */
export type StoreOverlap = {
  readonly internal: readonly Source[]
  readonly external: readonly Source[]
  /** Left: internal; right: external. Stores that filters leave out are still in it. */
  readonly matching: IdMatching
  /** What each rule that is not in use would add. */
  readonly proposals: readonly RuleProposal[]
}

/**
 * Which stores are in both views, in the internal file only and in the external files only; the three
 * add up to the stores of the files. Null where a side has no file, or not every id of it is known.
 */
export function storeOverlapOf(
  sources: readonly Source[],
  configuration: Configuration,
): StoreOverlap | null {
  const internal = internalSources(sources)
  const external = sources.filter(({ role }) => role === 'external')
  const left = joinedIds(internal, [])
  const right = joinedIds(external, rulesFor(externalFeaturesData, configuration))
  if (left === null || right === null) return null
  const rules = rulesFor(crossed, configuration)
  return {
    internal,
    external,
    matching: matchIds(left, right, rules),
    proposals: proposeRules(left, right, rules),
  }
}

/** Sales with a product map come before store metrics, as the graph resolves them. */
export function internalSources(sources: readonly Source[]): readonly Source[] {
  const withRole = (role: Source['role']) => sources.filter((source) => source.role === role)
  const [sales, metrics] = [withRole('sales'), withRole('store_metrics')]
  const isOfSales = metrics.length === 0 || (sales.length > 0 && withRole('product_map').length > 0)
  return isOfSales ? sales : metrics
}

/** The rules of `id_match` that an asset reads. */
export function rulesFor(spec: AnySpec, configuration: Configuration): readonly IdRule[] {
  const read = readParam(idMatchParam, paramsFor(spec, configuration)['id_match'])
  return read.ok ? rulesOf(read.value) : []
}

/** Every store of some files once; null without a file, or where one holds more ids than are kept. */
export function joinedIds(
  sources: readonly Source[],
  rules: readonly IdRule[],
): readonly string[] | null {
  if (sources.length === 0) return null
  const joined: string[] = []
  for (const source of sources) {
    const ids = storeIdsOf(source)
    if (ids === null) return null
    joined.push(...matchIds(joined, ids, rules).onlyRight)
  }
  return joined
}

/** The ids of the store column; null where there is no such column, or not every cell is known. */
export function storeIdsOf(source: Source): readonly string[] | null {
  return idsOf(source, 'store')
}

/** The same of the store or the product column. */
export function idsOf(
  { profile, columns }: Source,
  need: 'store' | 'product',
): readonly string[] | null {
  const column = profile.columns.find(({ name }) => name === columns[need])
  if (column === undefined || !column.levelsAreComplete) return null
  // What means missing elsewhere is an id here: only the empty cell is missing.
  return [...new Set([...column.levels, ...column.nullTexts])]
}

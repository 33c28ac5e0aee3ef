import type { PartitionSets } from '../assets/graph'
import { unmapped, wholeFile } from '../assets/preprocessing/partition-names'
import type { AssetFailure } from '../assets/failure'
import type { Configuration } from '../config/configuration'
import { nearest } from '../assets/nearest'
import { graphParamsOf } from '../config/params-for'
import type { ColumnProfile } from '../table/column-profile'
import { compareText } from '../table/compare-text'
import type { Source } from './contract'

/**
 * Partitions of both branches: the categories of the internal file, restricted by the parameter
 * `categories`; `all` where that file has none, and for external clusters of the whole chain.
 */
export function partitionSetsOf(
  sources: readonly Source[],
  configuration: Configuration,
): PartitionSets {
  const { known, wanted } = categoriesOf(sources, configuration)
  const internal =
    known === null
      ? [wholeFile]
      : known.filter((category) => wanted === 'all' || wanted.includes(category))
  const perCategory = graphParamsOf(configuration)['external_scope'] === 'per_category'
  return { internal, external: perCategory ? internal : [wholeFile] }
}

/** Why these files cannot be split by category; `null` when they can. */
export function partitionFailureOf(
  sources: readonly Source[],
  configuration: Configuration,
): AssetFailure | null {
  const { column, known, wanted } = categoriesOf(sources, configuration)
  if (column !== null && (!column.levelsAreComplete || column.nDistinct > maxCategories))
    return {
      code: 'too_many_categories',
      message: `Column ${column.name} has at least ${column.nDistinct} different values, too many to be categories.`,
      path: 'columns.category',
      hint: 'Choose another category column, or none.',
    }
  if (wanted === 'all' || known === null) return null
  const unknown = wanted.find((category) => !known.includes(category))
  if (unknown !== undefined) return unknownCategory(unknown, known)
  if (wanted.length > 0) return null
  return {
    code: 'no_category',
    message: 'The list of categories is empty, so there is nothing to cluster.',
    path: 'categories',
    hint: 'Name at least one category, or set categories to all.',
  }
}

/** Every category is a clustering of its own. */
const maxCategories = 2000

type Categories = {
  readonly column: ColumnProfile | null
  /** Sorted by code units; `null` where the file has no category column. */
  readonly known: readonly string[] | null
  readonly wanted: 'all' | readonly string[]
}

/** Sales with a product map come before store metrics, as the graph resolves them. */
function categoriesOf(sources: readonly Source[], configuration: Configuration): Categories {
  const withRole = (role: Source['role']) => sources.find((source) => source.role === role)
  const sales = withRole('product_map') === undefined ? undefined : withRole('sales')
  const source = sales ?? withRole('store_metrics') ?? withRole('sales')
  const param = graphParamsOf(configuration)['categories']
  const wanted = Array.isArray(param) ? param.map(String) : 'all'
  const name = source?.columns.category ?? null
  const column = source?.profile.columns.find((profile) => profile.name === name) ?? null
  return { column, known: column === null ? null : levelsOf(column), wanted }
}

function levelsOf(column: ColumnProfile): readonly string[] {
  const levels = new Set([...column.levels, ...column.nullTexts])
  if (column.nEmpty > 0) levels.add(unmapped)
  return [...levels].toSorted(compareText)
}

function unknownCategory(name: string, known: readonly string[]): AssetFailure {
  const near = nearest(name, known)
  return {
    code: 'unknown_category',
    message: `No category is named ${name}.`,
    path: 'categories',
    hint: near === null ? `Known: ${known.slice(0, 12).join(', ')}.` : `Did you mean "${near}"?`,
  }
}

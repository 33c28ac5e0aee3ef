import { compareText } from '../../../table/compare-text'
import { rulesOf } from '../../../table/id-rules'
import { matchIds } from '../../../table/match-ids'
import { selectRows } from '../../../table/select-rows'
import type { Column, NumberColumn } from '../../../table/table'
import type { StageSpecs } from '../../branch'
import { sortColumns } from '../../merge-rows'
import type { ComputeContext, ParamsOf } from '../../spec'
import type { StoreTable } from '../../value'
import { associationLimit, dropUnassociated } from './association'
import { type ColumnLimits, reasonAgainst } from './by-column'
import { isCompositional } from './compositional'
import { dropCorrelated } from './correlation'
import type { Dropped, Filtered } from './dropped'
import { selectFeatures } from './selection/select-features'
import type { ClustersInput } from './selection/target-clusters'
import { settingsOfSelection } from './selection/settings'
import type { FilteredFeatures } from './spec'
import { unknownNames } from './unknown-names'

export type Inputs = {
  readonly table: StoreTable
  /** Only its stores are taken, where the external branch has one partition per category. */
  readonly scope?: FilteredFeatures
  /** Only where `feature_selection` asks for it. */
  readonly clusters?: ClustersInput
}

type FilterParams = ParamsOf<StageSpecs['filtered']>

/**
 * The columns that become features; asked in this order: what a column is, what its cells are, what
 * it has in common with the others, and where it is asked for what it tells of the internal
 * clusters. `keep_features` wins over all but emptiness.
 */
export function compute(
  { table, scope, clusters }: Inputs,
  params: FilterParams,
  context: Pick<ComputeContext, 'log' | 'partition' | 'report'>,
): FilteredFeatures {
  const {
    storeIds,
    columns: unsorted,
    excluded,
  } = scope ? takeStores(table, scope, params.id_match) : table
  const columns = sortColumns(unsorted)
  const labels = new Set(table.labels)
  const compositional = isCompositional(
    columns.filter(({ name }) => !labels.has(name)),
    storeIds.length,
  )

  const alwaysKept = new Set(params.keep_features)
  const limits = { ...params, ignored: new Set(params.ignore_features), labels }
  const alone = filterAlone(columns, storeIds.length, { limits, alwaysKept })
  const texts = alone.kept.filter(({ type }) => type !== 'number')
  const numbers = alone.kept.filter(isNumber)
  const distinct =
    params.max_correlation === null
      ? keepAll(numbers)
      : dropCorrelated(numbers, params.max_correlation, alwaysKept)
  const least = params.min_association
  const related =
    compositional || least === null
      ? keepAll(distinct.kept)
      : dropUnassociated(distinct.kept, associationLimit(least, storeIds.length), alwaysKept)
  const filtered = sortColumns([...texts, ...related.kept])
  const selected =
    clusters === undefined
      ? { kept: filtered, dropped: [], selection: null }
      : selectFeatures(
          { storeIds, columns: filtered, clusters },
          settingsOfSelection(params),
          context,
        )
  const dropped = [
    ...alone.dropped,
    ...distinct.dropped,
    ...related.dropped,
    ...selected.dropped,
  ].sort((a, b) => compareText(a.name, b.name))
  if (dropped.length > 0)
    context.log(
      'info',
      `Columns left out: ${dropped.length} of ${columns.length} (${countByCode(dropped)}).`,
    )
  return {
    storeIds,
    columns: selected.kept,
    isCompositional: compositional,
    dropped,
    selection: selected.selection,
    unknownNames: unknownNames(
      {
        ignore_features: params.ignore_features,
        keep_features: params.keep_features,
        must_keep_features: params.must_keep_features,
      },
      table.columns.map(({ name }) => name),
    ),
    excluded,
  }
}

type Alone = { readonly limits: ColumnLimits; readonly alwaysKept: ReadonlySet<string> }

function filterAlone(
  columns: readonly Column[],
  nRows: number,
  { limits, alwaysKept }: Alone,
): Filtered<Column> {
  const kept: Column[] = []
  const dropped: Dropped[] = []
  for (const column of columns) {
    const against = reasonAgainst(column, nRows, limits)
    const isKept =
      against === null || (alwaysKept.has(column.name) && against.code !== 'all_missing')
    if (isKept) kept.push(column)
    else dropped.push(against)
  }
  return { kept, dropped }
}

/** `2 constant, 5 correlated`: sorted by code. */
function countByCode(dropped: readonly Dropped[]): string {
  const codes = [...new Set(dropped.map(({ code }) => code))].sort(compareText)
  const count = (code: string) => dropped.filter((one) => one.code === code).length
  return codes.map((code) => `${count(code)} ${code.replaceAll('_', ' ')}`).join(', ')
}

function keepAll(columns: readonly NumberColumn[]): Filtered<NumberColumn> {
  return { kept: columns, dropped: [] }
}

function isNumber(column: Column): column is NumberColumn {
  return column.type === 'number'
}

/** Only the external branch has a scope; the stores beyond it are listed, for they get no cluster. */
function takeStores(
  { storeIds, columns, excluded }: StoreTable,
  scope: FilteredFeatures,
  idMatch: FilterParams['id_match'],
) {
  const rules = rulesOf(idMatch ?? 'exact')
  const { pairs } = matchIds(storeIds, scope.storeIds, rules)
  const wanted = new Set(pairs.map(({ left }) => left))
  const rows = storeIds.map((_, row) => row).filter((row) => wanted.has(storeIds[row]))
  const beyond = storeIds.filter((id) => !wanted.has(id))
  return {
    storeIds: rows.map((row) => storeIds[row]),
    columns: selectRows({ nRows: storeIds.length, columns }, rows).columns,
    excluded: [
      ...excluded,
      ...beyond.map((storeId) => ({
        storeId,
        asset: 'external_filtered_features',
        reason: 'is not among the stores of this category',
      })),
    ],
  }
}

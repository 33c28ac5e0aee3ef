import { selectRows } from '../../../table/select-rows'
import { type Column, isMissing } from '../../../table/table'
import type { StageSpecs } from '../../branch'
import { freeName } from '../../column-words'
import type { Branch, ComputeContext, ParamsOf } from '../../spec'
import type { FilteredFeatures } from '../filtered-features/spec'
import { encodeColumn, type Feature } from './encode'
import { dropsStores, fillValue } from './fill'
import { fitImputer, imputeNumbers } from './impute-numbers'
import type { ImputedFeatures } from './spec'

export type Inputs = { readonly filtered: FilteredFeatures }
type ImputeParams = ParamsOf<StageSpecs['imputed']>

/** The exclusions it lists name the asset of their branch; all else is the same for both. */
export const makeCompute =
  (branch: Branch) =>
  (inputs: Inputs, params: ImputeParams, { log }: Pick<ComputeContext, 'log'>): ImputedFeatures => {
    const imputed = impute(branch, inputs, params)
    const nFilled = imputed.columns.map((column) => column.nFilled).filter((n) => n > 0)
    const nCells = nFilled.reduce((sum, n) => sum + n, 0)
    const nDropped = inputs.filtered.storeIds.length - imputed.storeIds.length
    if (nCells > 0)
      log('info', `Empty cells filled: ${nCells}, columns with any: ${nFilled.length}.`)
    if (nDropped > 0) log('info', `Stores left out for want of a value: ${nDropped}.`)
    return imputed
  }

/**
 * A complete matrix of the kept columns: text encoded, missing cells filled with what the stores
 * with data say. A store without any observed feature is in no fit, but gets the filled values.
 */
function impute(branch: Branch, { filtered }: Inputs, params: ImputeParams): ImputedFeatures {
  const dropping = filtered.columns.filter((column) => dropsStores(column, params))
  const isDropped = (row: number) => dropping.some((column) => isMissing(column, row))
  const rows = filtered.storeIds.map((_, row) => row).filter((row) => !isDropped(row))
  const storeIds = rows.map((row) => filtered.storeIds[row])
  const { columns } = selectRows(
    { nRows: filtered.storeIds.length, columns: filtered.columns },
    rows,
  )

  const hasData = Uint8Array.from(storeIds, (_, row) =>
    columns.some((column) => !isMissing(column, row)) ? 1 : 0,
  )
  const fitted = storeIds.map((_, row) => row).filter((row) => hasData[row] === 1)
  const numbers = columns.filter((column) => column.type === 'number')
  const imputer = fitImputer(numbers, fitted, params)
  const valuesOf = (name: string) => numbers.find((column) => column.name === name)?.values ?? null
  const predicted = imputer === null ? null : imputeNumbers(imputer, storeIds.length, valuesOf)
  const encoded = columns.map((column) => {
    const fill = predicted?.get(column.name) ?? fillValue(column, fitted, params)
    return encodeColumn(column, fill, params.encoding)
  })
  const features = encoded.flatMap((column) => column.features)
  const nCells = storeIds.length * features.length
  return {
    storeIds,
    featureNames: distinctNames(features),
    origins: features.map(({ origin }) => origin),
    X: interleave(
      new Float64Array(nCells),
      features.map(({ values }) => values),
    ),
    isCompositional: filtered.isCompositional,
    hasData,
    filled: interleave(
      new Uint8Array(nCells),
      features.map(({ filled }) => filled),
    ),
    columns: encoded.map(({ summary }) => summary),
    imputer,
    excluded: [
      ...filtered.excluded,
      ...listDropped(filtered, dropping, `${branch}_imputed_features`),
    ],
  }
}

/** Puts columns side by side, row-major: cell (row, j) is at row x columns.length + j. */
function interleave<A extends Float64Array | Uint8Array>(cells: A, columns: readonly A[]): A {
  columns.forEach((column, j) => {
    for (let row = 0; row < column.length; row++) cells[row * columns.length + j] = column[row]
  })
  return cells
}

/** A level may make the name of another column: `size=M` of `size`, and a column of that name. */
function distinctNames(features: readonly Feature[]): readonly string[] {
  const taken = new Set<string>()
  return features.map(({ name }) => {
    const free = freeName(name, (candidate) => taken.has(candidate))
    taken.add(free)
    return free
  })
}

function listDropped(
  { storeIds }: FilteredFeatures,
  dropping: readonly Column[],
  asset: string,
): ImputedFeatures['excluded'] {
  return storeIds.flatMap((storeId, row) => {
    const missing = dropping.filter((column) => isMissing(column, row)).map(({ name }) => name)
    if (missing.length === 0) return []
    return [{ storeId, asset, reason: `no value for ${missing.join(', ')}` }]
  })
}
